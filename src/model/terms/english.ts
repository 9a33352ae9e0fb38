/** How sites word terms of reuse in English. */

export const ENGLISH = String.raw`
strong re-?print_|re-?publish_|re-?publication_|reproduc(?:e|ed|es|ing|tions?)#|re-?us(?:e|ed|es|ing|able)#|re-?distribut_|re-?post_|repurpos_|duplicat_|copy#|cop(?:ied|ying|ies)#|syndicat_|quot(?:e|es|ed|ing|ations?)#|citations?#|cit(?:e|es|ed|ing)#|excerpt(?:s|ed|ing)?#|extracts?#|rewritten|cross-?post_|pickup
weak us(?:e|es|ed|ing|age)#|publi(?:sh|c)_|shar(?:e|ed|es|ing)#|distribut_|borrow_|post(?:ed|ing)?#|broadcast_|exploit_|tak(?:e|en|ing)#|download_|transmi_|cite_|adapt_|translat_|display_|repeat_|carry|run#|reproducible
material materials?#|pieces?#|columns?#|reporting#|contents?#|texts?#|articles?#|information|stor(?:y|ies)#|news#|photo_|images?#|pictures?#|posts?#|publications?#|works?#|recipes?#|illustrations?#|videos?#|graphics?#|blog_|reports?#|interviews?#|paragraphs?#|our reporting|anything
hyperlink hyper-?links?_|back-?links?_|do-?follow|hyperlinked
link links?#|linked#|linking#|linkback|url#|web ?address
active active#|clickable|direct#|live (?=(?:hyper)?link)|working#|functional|functioning|permanent|followable
permission permissions?#|consent#|authori[sz]ation|approval|agreement#|authority of|licen[cs]e from|licensing agreement|obtain a licen[cs]e|a (?:written |paid )?licen[cs]e|clearance
contact ask us first|contact(?:ing)? us|get in touch|contact (?:the )?(?:editor|author|publisher|copyright)_|write to us|e-?mail us
unpermitted unauthori[sz]ed|unpermitted|unlicen[cs]ed
credit (?:author|source|name|newspaper|site|creator)s? (?:is|are|be|must be|should be|has to be|have to be) (?:\S+ )?(?:named|credited|cited|mentioned|identified|quoted|indicated|stated)|references? to ~(?:source|author|site|publication|original|magazine|newspaper)_|credit(?:ed|ing)#|credits?# (?:to|the|us|our|is|must|should|line|author|source|goes|as|for|\S+ (?:\S+ )?as)#|(?:give|gives|giving|given|full|due|proper|appropriate|with|please|clear|visible|without) (?:\S+ )?credits?#|attribut_|acknowledg(?:e|es|ing|ement|ements)#|(?:is|are|be|source|sources) acknowledged|mention(?:s|ed|ing)? (?:of )?(?:our|the|its|their|this|us|where)#|(?:name|naming|cite|cites|cited|citing|state|stating|indicate|indicating|identify|identifying|quoting) (?:of )?(?:us|the|its|our|this|their|where) ~(?:source|author|origin|name|publication|site|website|newspaper|magazine|paper)_|sources? (?:is|are|be|must|should|has|needs|shall|name)~|source is named|indication of (?:the )?source|by-?line|as (?:the |its |their )?source|source suffices|name of the (?:author|source|site|paper|newspaper)
without without#|w/o|in the absence of|unless accompanied
only only#|provided|providing|as long as|so long as|on (?:the )?condition_|conditional|if#|when#|whenever|subject to|require[sd]?#|requiring|solely|by prior|in exchange for|in return for|conditions?#
with with#|upon|after#
unless unless|except#|excepting|other than|save with|but only|without
forbidden prohibit_|forbidden|not for (?:re)?(?:publication|production|use|printing|distribution)|forbids?#|not (?:be )?(?:allow_|permit_|authori[sz]ed)|(?:may|must|can|should|shall) ?(?:not|n't)#|(?:ca|must|should|wo)n't#|cannot|(?:do|don't|never|please) ?(?:not )?(?:\S+ )?(?:re-?publish|copy|reproduce|reprint|re-?use|re-?post|distribute|redistribute|use our|use my|use any|take our|steal|quote)#|no part#|no (?:~)?(?:reproduction|copying|reprint_|republi_|re-?use|use|quot_|reposting|syndication)|strictly reserved|banned|illegal|unlawful|infring_|violat_|rights ~(?:of|to|incl_) ~(?:reproduction|republication|reprint_|copying|translation) ~(?:are |is )?(?:strictly )?reserved|(?:reproduction|republication|reprint|copying|syndication|translation)(?: and \S+)?(?: rights?)?(?: are| is)? (?:strictly )?reserved|none of ~|not for (?:re)?publication|refrain
allowed allow_|permit(?:s|ted)?#|may#|can#|free#|freely#|free of charge|welcome_|happy|glad|feel free|encourag_|grant_|possible|authori[sz]ed#|available|fine#|invite_|lets?#|okay#|at no cost
obliged must#|require[sd]?#|requiring|mandatory|oblig_|please|should#|have to|has to|needs?#|needed|necessary|compulsory|shall#|make sure|be sure|ask(?:ed)? (?:you|that|only)|we ask|ask for|(?:is|are|be) (?:kindly )?(?:asked|expected)#|request_|essential|to be credited|is due|always|insist_|appreciat_|remember to|just add|add a#|add the#|simply add|obtain_|seek#|suffices?#|enough#|is a must|include#|in return|kindly
unneeded (?:no|not|without|n't) ~(?:permission|consent|authori[sz]ation|approval|attribution|credit|link|need)_ ~(?:is |are )?(?:needed|required|necessary)|(?:permission|consent|authori[sz]ation|approval|attribution|credit|link)_ (?:is |are )?(?:not|n't) ~(?:needed|required|necessary)|without (?:asking|having to ask|need to ask|asking for|seeking)|(?:need|have to)n?'?t? not ask|no need (?:to|for)|without ~(?:restrictions?|limitations?|conditions?)
either and/or|and / or|or#|either|alternatively
page source_|original_|article_|pages?#|post#|stor(?:y|ies)#|publications?#|piece#|material#|permalink|recipe|url of|text#|interview#|where it|this (?:page|article)|report#
home home ?-?page|main page|front page|start page|(?:web ?-?)?sites?#|portal_|blog_|home#|domain#|us#|magazine#|newspaper#|resource#|platform#
body institute_|ministry|committee|laborator_|university|academy|department|centre|center|agency|service#|foundation
paragraph paragraphs?#|para#|para\.
ordinals first|1st|opening|leading|top ; second|2nd ; third|3rd ; fourth|4th ; fifth|5th
cardinals two ; three ; four ; five
indexable open (?:to|for) ~(?:search|index)_|(?:not|n't) ~(?:closed|blocked|hidden|barred) ~(?:from|to|for) ~(?:search|index|robots|crawl)_|indexable|index(?:ed|ing) by|crawlable|search[- ]engines?|followable
print print#|printed|in print|newspapers?#|magazines?#|offline|hard ?-?copy|paper (?:edition|publication)s?|print media|periodicals?
online online|internet|web ?-?sites?#|on the web|digital|web#|blogs?#|electronic
noncommercial non-?commercial_|not-for-profit|non-?profit|private use|personal use|personal,|not for commercial|no commercial|personal and
commercial commercial_|for profit|resale|resell_|sell#|sold#
percent per ?cent|percent_
fractions half ; one[- ]third|a third ; a quarter|one[- ]quarter
veto substitute|advice|used to#|diagnos_|medical|reliance|relied|jurisdiction|invest_|loans?#|insur_|by e-?mail|credit (?:broker|card|score)|cookies?#|privacy|personal data|personal information|comments?#|commenters?|click#|clicking|follow the link|(?:copy|copied|share|sharing|use|paste|send|open|post|get|see) (?:the |this |a |that |your |our |article |short )*(?:links?|url)#|links? (?:below|above|copied|has been)|link in (?:the )?(?:bio|description|comments|profile)|newsletter|promo|coupon|affiliate|earn (?:a |an )|commission|third[- ]party (?:sites|websites|links)|external (?:links|sites|websites)|linked (?:sites|websites)|software|source code|open[- ]source|\bapi\b|user[- ]generated|your content|you grant|you submit|password|trademarks?#|subscri(?:be|ption)_|constitutes acceptance|(?:copyright|dmca) (?:complaint|infringement notice)|opt[- ]out|download the app|terms of use apply|image credits?:|fair use|cookie|press (?:and|the)|log ?in#|sign(?:ed)? (?:in|up)
news he#|she#|his#|her#|court_|judges?#|jury|lawsuit|sued#|police|said#|says#|told#|announced|reported(?:ly)?|parliament|senate|prosecutor_|according to|spokes_|lawmakers?|government|minister_|last (?:week|month|year)|yesterday|bill#|researchers?#|scientists?#|compan(?:y|ies)#|study#
self our#|ours#|us#|we#|this (?:web)?site|this (?:blog|page|portal|publication|material|article|work|content|text|story)|(?:web)?site#|©|copyright_|all rights|editors?#|editorial|publisher_|rights ?holders?|owners?#|materials?#|no part|herein|any form|in whole|reproduction of|reprint_
`;
