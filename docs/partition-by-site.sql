-- Splits the endpoint's tables into partitions by groups of sites: example.org with all its subdomains lies in one.
-- For PostgreSQL 13 and later, while no endpoint runs; docs/growing.md says when, and what it brings.
--
--   PGOPTIONS='-c sic.partitions=32' psql -v ON_ERROR_STOP=1 -f docs/partition-by-site.sql "$DATABASE_URL"
--
-- It takes every table whose primary key begins with site_group and that is whole still, so that it can be run again
-- after an upgrade has brought new tables. All of it happens, or nothing. Names of tables and indexes stay as they are.
do $$
declare
  count constant integer := coalesce(nullif(current_setting('sic.partitions', true), ''), '16')::integer;
  whole record;
  made record;
  remainder integer;
begin
  for whole in
    select class.oid, class.relname as name, constraints.conname as key,
      pg_get_constraintdef(constraints.oid) as key_definition
    from pg_class as class
    join pg_constraint as constraints on constraints.conrelid = class.oid and constraints.contype = 'p'
    join pg_attribute as attribute on attribute.attrelid = class.oid and attribute.attnum = constraints.conkey[1]
    where class.relkind = 'r' and not class.relispartition and class.relnamespace = current_schema()::regnamespace
      and attribute.attname = 'site_group'
    order by class.relname
  loop
    execute format('alter table %I rename to %I', whole.name, whole.name || '_whole');
    execute format('alter table %I rename constraint %I to %I', whole.name || '_whole', whole.key,
      whole.key || '_whole');
    execute format('create table %I (like %I including defaults including storage) partition by hash (site_group)',
      whole.name, whole.name || '_whole');
    for remainder in 0 .. count - 1 loop
      execute format('create table %I partition of %I for values with (modulus %s, remainder %s)',
        whole.name || '_' || remainder, whole.name, count, remainder);
    end loop;
    -- Rows before indexes: an index that is made of them at once is smaller, and made faster.
    execute format('insert into %I select * from %I', whole.name, whole.name || '_whole');
    execute format('alter table %I add constraint %I %s', whole.name, whole.key, whole.key_definition);
    for made in
      select class.relname as name, pg_get_indexdef(class.oid) as definition
      from pg_index as indexes join pg_class as class on class.oid = indexes.indexrelid
      where indexes.indrelid = whole.oid and not indexes.indisprimary
    loop
      execute format('alter index %I rename to %I', made.name, made.name || '_whole');
      execute replace(made.definition, format('%I_whole ', whole.name), format('%I ', whole.name));
    end loop;
    execute format('drop table %I', whole.name || '_whole');
    execute format('analyze %I', whole.name);
  end loop;
end
$$;
