// Rows of the outlet table: agencies and the United Kingdom, Ireland, business and
// technology. One row an outlet.
#include "article/outlet_table.h"

namespace broadsheet {
namespace {

// clang-format off
constexpr OutletRow rows[] = {
    // Agencies
    {"Reuters", "reuters.com", "Thomson Reuters|Reuters News|Reuters Staff"},
    {"Associated Press", "apnews.com ap.org", "The Associated Press|AP|AP News|The AP"},
    {"AFP", "afp.com", "Agence France-Presse|Agence France Presse"},
    {"Bloomberg", "bloomberg.com bloomberglaw.com",
     "Bloomberg News|Bloomberg Businessweek|Bloomberg Technology|Bloomberg Law|"
     "Bloomberg TV|Bloomberg Television|Bloomberg Opinion|Businessweek"},
    {"UPI", "upi.com", "United Press International"},
    {"PA Media", "pa.media", "PA News Agency|Press Association|PA news agency"},
    {"dpa", "dpa.com", "Deutsche Presse-Agentur|dpa-AFX|DPA"},
    {"ANSA", "ansa.it", ""},
    {"EFE", "efe.com", "Agencia EFE"},
    {"Kyodo News", "kyodonews.net english.kyodonews.net", "Kyodo|Kyodo News Agency|共同通信|共同通信社"},
    {"Jiji Press", "jiji.com", "Jiji|時事通信|時事ドットコム"},
    {"Xinhua", "xinhuanet.com news.cn", "Xinhua News Agency|Xinhua News|新华网|新华社"},
    {"TASS", "tass.com tass.ru", "ITAR-TASS|ТАСС"},
    {"Interfax", "interfax.com interfax.ru", "Интерфакс"},
    {"Anadolu Agency", "aa.com.tr", "Anadolu|Anadolu Ajansı"},
    {"Press Trust of India", "ptinews.com", "PTI"},
    {"ANI", "aninews.in", "Asian News International"},
    {"IANS", "ians.in", "Indo-Asian News Service"},
    {"Yonhap", "yna.co.kr", "Yonhap News Agency|Yonhap News|연합뉴스"},
    {"Canadian Press", "thecanadianpress.com", "The Canadian Press"},
    {"Australian Associated Press", "aap.com.au", "AAP"},
    {"Bernama", "bernama.com", ""},
    {"Antara", "antaranews.com", "Antara News"},
    {"Dow Jones Newswires", "dowjones.com", "Dow Jones"},
    {"Inter Press Service", "ipsnews.net", ""},
    // United Kingdom and Ireland
    {"BBC News", "bbc.co.uk bbc.com",
     "BBC|BBC Technology|BBC Business|BBC World|BBC World Service|BBC Sport|BBC Health|"
     "BBC Science|BBC Politics|BBC Culture|BBC Future|BBC Worklife|BBC Radio 4|BBC "
     "Verify|"
     "BBC Newsnight|BBC News Online|BBC UK|BBC Tech|BBC Entertainment|BBC Education|"
     "BBC Scotland|BBC Wales|BBC Newsbeat|BBC Panorama"},
    {"The Guardian", "theguardian.com guardian.co.uk",
     "~Guardian|The Guardian US|Guardian Australia|The Observer"},
    {"Financial Times", "ft.com", "The Financial Times|FT|The FT"},
    {"The Times", "thetimes.co.uk thetimes.com",
     "~The Times|The Times of London|Times of London|The Sunday Times|Sunday Times"},
    {"The Telegraph", "telegraph.co.uk",
     "~Telegraph|The Daily Telegraph|Daily Telegraph|The Sunday Telegraph|Sunday "
     "Telegraph"},
    {"The Independent", "independent.co.uk the-independent.com", "~Independent"},
    {"The i Paper", "inews.co.uk", "iNews|i newspaper"},
    {"The Economist", "economist.com", "~Economist"},
    {"Daily Mail", "dailymail.co.uk mailonline.com",
     "The Daily Mail|MailOnline|Mail Online|The Mail on Sunday|Mail on "
     "Sunday|DailyMail.com"},
    {"Daily Mirror", "mirror.co.uk", "~Mirror|The Mirror|The Daily Mirror"},
    {"The Sun", "thesun.co.uk the-sun.com", "~The Sun|The Sun on Sunday"},
    {"Daily Express", "express.co.uk", "The Daily Express|~Express"},
    {"Evening Standard", "standard.co.uk",
     "The Evening Standard|London Evening Standard|The Standard|~Standard"},
    {"Metro", "metro.co.uk", "~Metro|Metro UK"},
    {"Sky News", "news.sky.com sky.com", "Sky News UK"},
    {"ITV News", "itv.com", "ITV"},
    {"Channel 4 News", "channel4.com", "Channel 4"},
    {"City A.M.", "cityam.com", "City AM"},
    {"The Week", "theweek.com theweek.co.uk", "The Week US|The Week UK"},
    {"New Statesman", "newstatesman.com", "The New Statesman"},
    {"The Spectator", "spectator.co.uk", "~Spectator"},
    {"The Scotsman", "scotsman.com", ""},
    {"The Herald", "heraldscotland.com", "~The Herald|The Herald Scotland"},
    {"The Irish Times", "irishtimes.com", "Irish Times"},
    {"Irish Independent", "independent.ie", "The Irish Independent"},
    {"RTÉ", "rte.ie", "RTE|RTE News|RTÉ News"},
    {"New Scientist", "newscientist.com", ""},
    {"Nature", "nature.com", "~Nature|Nature News"},
    {"The Conversation", "theconversation.com", ""},
    // Business
    {"Forbes", "forbes.com", ""},
    {"Fortune", "fortune.com", "~Fortune|Fortune magazine"},
    {"Business Insider", "businessinsider.com", "~Insider"},
    {"MarketWatch", "marketwatch.com", ""},
    {"Barron's", "barrons.com", "Barron’s|Barrons"},
    {"Investor's Business Daily", "investors.com", "Investor’s Business Daily"},
    {"Quartz", "qz.com", "~Quartz"},
    {"Fast Company", "fastcompany.com", ""},
    {"Inc.", "inc.com", "~Inc.|Inc. magazine"},
    {"Harvard Business Review", "hbr.org", ""},
    {"Investopedia", "investopedia.com", ""},
    {"Seeking Alpha", "seekingalpha.com", ""},
    {"TheStreet", "thestreet.com", ""},
    {"Benzinga", "benzinga.com", ""},
    {"The Motley Fool", "fool.com", "Motley Fool"},
    {"Nikkei Asia", "asia.nikkei.com", "Nikkei Asian Review"},
    {"Nikkei", "nikkei.com", "The Nikkei|日本経済新聞"},
    {"PR Newswire", "prnewswire.com", "PRNewswire"},
    {"Business Wire", "businesswire.com", "BusinessWire"},
    {"GlobeNewswire", "globenewswire.com", ""},
    // Technology
    {"The Register", "theregister.com theregister.co.uk", ""},
    {"The Verge", "theverge.com", "~Verge"},
    {"Wired", "wired.com wired.co.uk", "~Wired|WIRED|WIRED magazine"},
    {"TechCrunch", "techcrunch.com", "Tech Crunch"},
    {"Ars Technica", "arstechnica.com", ""},
    {"Engadget", "engadget.com", ""},
    {"CNET", "cnet.com", "CNET News"},
    {"ZDNET", "zdnet.com", "ZDNet"},
    {"The Information", "theinformation.com", "~The Information"},
    {"VentureBeat", "venturebeat.com", ""},
    {"Gizmodo", "gizmodo.com", ""},
    {"Mashable", "mashable.com", ""},
    {"404 Media", "404media.co", ""},
    {"Platformer", "platformer.news", ""},
    {"Protocol", "protocol.com", "~Protocol"},
    {"Recode", "recode.net", ""},
    {"MIT Technology Review", "technologyreview.com", ""},
    {"IEEE Spectrum", "spectrum.ieee.org", ""},
    {"Rest of World", "restofworld.org", "~Rest of World"},
    {"The Next Web", "thenextweb.com", "TNW"},
    {"Tom's Hardware", "tomshardware.com", "Tom’s Hardware"},
    {"PCMag", "pcmag.com", "PC Magazine|PC Mag"},
    {"PCWorld", "pcworld.com", ""},
    {"TechRadar", "techradar.com", ""},
    {"9to5Mac", "9to5mac.com", ""},
    {"9to5Google", "9to5google.com", ""},
    {"MacRumors", "macrumors.com", ""},
    {"BleepingComputer", "bleepingcomputer.com", "Bleeping Computer"},
    {"Computerworld", "computerworld.com", ""},
    {"InfoWorld", "infoworld.com", ""},
    {"GeekWire", "geekwire.com", ""},
    {"SiliconANGLE", "siliconangle.com", ""},
    {"Data Center Dynamics", "datacenterdynamics.com", "DCD"},
    {"Digital Trends", "digitaltrends.com", ""},
    {"Hacker News", "news.ycombinator.com", ""},
    {"Heise", "heise.de", "heise online"},
    {"SemiAnalysis", "semianalysis.com", ""},
    {"Crunchbase News", "news.crunchbase.com crunchbase.com", ""},
    {"The Decoder", "the-decoder.com", ""}};
// clang-format on

}  // namespace

std::span<const OutletRow> outlets_of_agencies() {
  return rows;
}

}  // namespace broadsheet
