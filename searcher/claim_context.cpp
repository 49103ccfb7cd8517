#include "searcher/claim_context.h"

#include <algorithm>
#include <array>

#include "article/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t words_around = 12;   // of the figure, that may tell the deed
constexpr std::size_t words_of_worth = 4;  // that value gives way to another deed
constexpr std::size_t most_names = 8;
constexpr std::size_t bytes_beside = 50;
constexpr std::size_t text_searched = 20'000;  // bytes
constexpr std::size_t longest_sentence = 2'000;

// As stems.
struct Deed {
  std::string_view name;
  std::array<std::string_view, 16> words;
};

constexpr std::array<Deed, 17> deeds = {{
    {"death",
     {"kill", "die", "dead", "death", "fatal", "slain", "murder", "perish", "dy",
      "massacr"}},
    {"injury", {"injur", "wound", "hurt", "hospit"}},
    {"missing", {"miss", "unaccount", "disappear"}},
    {"rescue", {"rescu", "saved", "surviv", "survivor"}},
    {"arrest", {"arrest", "detain", "charg", "convict"}},
    {"flight", {"evacu", "displac", "flee", "fled", "homeless"}},
    {"infection", {"infect", "sick", "ill", "diseas"}},
    {"staff", {"employ", "payrol"}},
    {"job cut",
     {"layoff", "laid", "lay", "cut", "slash", "elimin", "shed", "redund", "axe",
      "reduct", "reduc"}},
    {"fire", {"burn", "scorch", "char", "blaze", "engulf"}},
    {"ruin", {"destroy", "damag", "flatten"}},
    {"loss", {"lose", "lost", "loss", "wipe", "gone", "cost", "eras", "evapor", "plung"}},
    {"purchase",
     {"acquir", "acquisit", "buy", "bought", "purchas", "takeov", "merger", "deal"}},
    {"funding", {"rais", "fund", "invest", "financ", "round"}},
    {"worth", {"valuat", "valu", "worth"}},
    {"penalty", {"fine", "penalti", "settl", "settlement", "damages"}},
    {"spending", {"spend", "capex", "capit", "expenditur", "spent"}},
}};

constexpr std::array<std::string_view, 58> no_names = {
    "Monday",   "Tuesday", "Wednesday", "Thursday",  "Friday",  "Saturday",
    "Sunday",   "January", "February",  "March",     "April",   "May",
    "June",     "July",    "August",    "September", "October", "November",
    "December", "Jan",     "Feb",       "Mar",       "Apr",     "Jun",
    "Jul",      "Aug",     "Sept",      "Sep",       "Oct",     "Nov",
    "Dec",      "Mr",      "Mrs",       "Ms",        "Dr",      "President",
    "CEO",      "CNN",     "Reuters",   "AP",        "BBC",     "Associated",
    "Press",    "News",    "Times",     "Journal",   "Wall",    "Street",
    "USA",      "TODAY",   "US",        "The",       "A",       "In",
    "Gov",      "Sen",     "Police",    "I"};

std::string_view deed_named(const std::string& stem) {
  for (const Deed& deed : deeds) {
    if (std::find(deed.words.begin(), deed.words.end(), stem) != deed.words.end())
      return deed.name;
  }
  return {};
}

// How much a clause's end between word and figure counts, in words: "killed 5, injured
// 3".
std::size_t ends_between(std::string_view gap) {
  constexpr std::size_t per_end = 4;
  const auto ends = std::count_if(gap.begin(), gap.end(), [](char c) {
    return c == ',' || c == ';' || c == ':' || c == '(' || c == ')';
  });
  const bool joined = gap.find(" and ") != std::string_view::npos;
  return per_end * static_cast<std::size_t>(ends) + (joined ? 3 : 0);
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

// "Rise in a Few Days": all long words have capitals.
bool has_capitals_only(std::string_view sentence, const std::vector<Word>& words) {
  constexpr std::size_t long_word = 5;
  std::size_t small = 0, large = 0;
  for (const Word& word : words) {
    if (word.text.size() < long_word || word.numeric) continue;
    ++(is_capital(sentence[word.span.start]) ? large : small);
  }
  return small * 2 < large;
}

}  // namespace

ClaimContext claim_context(const Article& article, std::size_t place) {
  if (place >= article.figures.size()) return {};
  const Figure& figure = article.figures[place];
  ClaimContext context{.title = article.title ? *article.title : std::string_view(),
                       .text = article.text,
                       .sentence = {},
                       .figure = {},
                       .figures = &article.figures};
  context.sentence = figure.sentence.in(figure.in_title ? context.title : context.text);
  if (figure.sentence.contains(figure.span))
    context.figure = {figure.span.start - figure.sentence.start,
                      figure.span.end - figure.sentence.start};
  return context;
}

std::string_view deed_of(std::string_view sentence, Span figure, Stemmer& stem) {
  const auto words = split_words(sentence.substr(0, longest_sentence));
  std::string_view best;
  std::size_t nearest = words_around;
  const auto first = std::find_if(words.begin(), words.end(), [&](const Word& word) {
    return word.span.end > figure.start;
  });
  const auto at = first - words.begin();
  for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(words.size()); ++i) {
    const Word& word = words[static_cast<std::size_t>(i)];
    if (word.numeric || static_cast<std::size_t>(std::abs(i - at)) > 2 * words_around)
      continue;
    std::size_t away = 0;
    if (word.span.start >= figure.end) {
      const auto after =
          std::count_if(words.begin(), words.begin() + i,
                        [&](const Word& w) { return w.span.start >= figure.end; });
      away = static_cast<std::size_t>(after) + 1 +
             ends_between(sentence.substr(figure.end, word.span.start - figure.end));
    } else if (word.span.end <= figure.start) {
      away = static_cast<std::size_t>(at - i) +
             ends_between(sentence.substr(word.span.end, figure.start - word.span.end));
    }
    if (away >= nearest) continue;
    const std::string_view deed = deed_named(stem(word.text));
    // "$5 billion of its value was gone".
    if (deed == "worth") away += words_of_worth;
    if (deed.empty() || away >= nearest) continue;
    best = deed;
    nearest = away;
  }
  return best;
}

std::vector<std::string_view> names_in(std::string_view sentence) {
  sentence = sentence.substr(0, longest_sentence);
  const auto words = split_words(sentence);
  std::vector<std::string_view> names;
  if (has_capitals_only(sentence, words)) return names;
  for (std::size_t i = 1; i < words.size() && names.size() < most_names; ++i) {
    std::string_view name = words[i].span.in(sentence);
    if (!is_capital(name.front()) || name.size() < 2) continue;
    const std::size_t length = words[i].text.size();  // without the possessive
    name = name.substr(0, std::min(length, name.size()));
    if (std::find(no_names.begin(), no_names.end(), name) != no_names.end()) continue;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

std::string_view name_beside(std::string_view sentence, Span figure) {
  sentence = sentence.substr(0, longest_sentence);
  std::string_view best;
  std::size_t nearest = bytes_beside;
  for (const std::string_view name : names_in(sentence)) {
    const auto start = static_cast<std::size_t>(name.data() - sentence.data());
    const std::size_t end = start + name.size();
    const Span gap =
        start >= figure.end ? Span{figure.end, start} : Span{end, figure.start};
    if (gap.end < gap.start || gap.end - gap.start >= nearest) continue;
    if (ends_between(gap.in(sentence)) > 0) continue;
    best = name;
    nearest = gap.end - gap.start;
  }
  return best;
}

bool holds_name(std::string_view text, std::string_view name) {
  text = text.substr(0, text_searched);
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_letter(text[at - 1])) &&
        (end == text.size() || !is_letter(text[end])))
      return true;
  }
  return false;
}

}  // namespace broadsheet
