/**
 * The kept list of query parameters that say how a reader came, not what is read: a deny-list, because all
 * others may be content. From the public documentation of the campaign and mail tools that set them, and the
 * general rules of ClearURLs (https://docs.clearurls.xyz).
 */

const NAMES = new Set(
  // Search and display advertising
  (
    'amp_gsa amp_js_v usqp gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid gs_l srsltid msclkid yclid ymclid ysclid ' +
    'ybaip ef_id s_kwcid epik rb_clickid irclickid irgwc sscid awc zanpid tblci dicbo oborigurl ' +
    'outbrainclickid unicorn_click_id wickedid asc_campaign asc_source sr_share ' +
    // Social networks
    'fbclid fb_action_ids fb_action_types fb_ref fb_source fb_comment_id fbadid mibextid igsh igshid twclid ' +
    'ttclid li_fat_id lipi __twitter_impression __tn__ ref_src ref_url soc_src soc_trk _branch_match_id ' +
    '_branch_referrer ' +
    // Mail
    'mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash _hsenc _hsmi __hstc __hssc __hsfp hsctatracking ' +
    'vero_conv vero_id oly_anon_id oly_enc_id ck_subscriber_id dm_i sfmc_id sfmc_activityid elqtrackid ' +
    'elqtrack elqaid elqat ss_email_id ss_campaign_id ss_source _ke _kx bxid cndid __s ' +
    // Analytics and publishers' own campaigns
    '_ga _gl _openstat at_campaign at_medium cmpid cmp icid ncid nlid ocid s_cid smid smtyp xtor trk ' +
    'trkcampaign intcid intcmp int_cmp guccounter guce_referrer guce_referrer_sig tsrc ftag mbid sref ito ' +
    'ns_campaign ns_mchannel ns_source ns_linkname ns_fee nr_email_referer refsrc referringsource'
  ).split(' '),
);
const PREFIX =
  /^(?:utm|hsa|mtm|pk|piwik|matomo|itm|at_custom|sc_(?:campaign|channel|content|medium|outcome|country|geo|src)|wt[._](?:mc|zmc|tsrc))(?:$|[_\d.])/;

/** @param piece one `name=value` of a query, as written */
export function isTrackingParameter(piece: string): boolean {
  const end = piece.indexOf('=');
  const name = (end === -1 ? piece : piece.slice(0, end)).replace(/%5f/gi, '_').toLowerCase();
  return (
    NAMES.has(name) ||
    (name.length < 60 && name.includes('_') && PREFIX.test(name)) ||
    /^wt\.z?mc/.test(name)
  );
}
