// Style sheets are imported for their effect alone: the build writes them next to the script.
declare module '*.css';
