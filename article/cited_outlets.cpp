// In running text a name counts only as printed and only where the words around it cite
// it: a cue before ("according to", "told") or a verb of reporting behind ("reported").
// Names joined by "and" or commas share the cue of their group. Left out: people,
// companies, and outlets the table does not know unless their name says what they are
// ("the Springfield Gazette").
#include <algorithm>

#include "article/ascii.h"
#include "article/outlet_names.h"
#include "article/outlets.h"

namespace broadsheet {
namespace {

// Words of a text: runs between spaces without the punctuation around them. `stop` says
// that a sentence or clause ended behind the word.
struct Token {
  std::string_view text;
  std::size_t start = 0;
  bool comma = false;
  bool stop = false;
};

constexpr std::string_view openers = "\"'([{";

// The punctuation behind a word; UTF-8 quotes and dashes count.
std::size_t end_of_word(std::string_view word) {
  std::size_t end = word.size();
  for (;;) {
    if (end > 0 &&
        std::string_view(".,;:!?\"')]}").find(word[end - 1]) != std::string_view::npos) {
      --end;
    } else if (end >= 3 && word.substr(end - 3, 2) == "\xE2\x80") {
      end -= 3;
    } else {
      return end;
    }
  }
}

std::size_t start_of_word(std::string_view word) {
  std::size_t start = 0;
  for (;;) {
    if (start < word.size() && openers.find(word[start]) != std::string_view::npos) {
      ++start;
    } else if (word.substr(start, 2) == "\xE2\x80" && start + 3 <= word.size()) {
      start += 3;
    } else {
      return start;
    }
  }
}

bool breaks(char c) {
  return is_space(c);
}

void add_token(std::string_view text, std::size_t from, std::size_t to,
               std::vector<Token>& tokens) {
  std::string_view word = text.substr(from, to - from);
  const std::size_t start = start_of_word(word);
  const std::size_t end = std::max(start, end_of_word(word));
  const std::string_view tail = word.substr(end);
  Token token{word.substr(start, end - start), from + start};
  token.comma = tail.find(',') != std::string_view::npos;
  token.stop = tail.find_first_of(".;:!?)") != std::string_view::npos ||
               (to < text.size() && text[to] == '\n');
  if (!token.text.empty()) tokens.push_back(token);
}

// Em dashes and slashes part words too: "products—Reuters".
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t from = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool dash = text.substr(at, 3) == "\u2014";
    if (at < text.size() && !breaks(text[at]) && !dash) continue;
    if (at > from) add_token(text, from, at, tokens);
    if (dash) at += 2;
    from = at + 1;
  }
  return tokens;
}

constexpr std::size_t longest_name = 6;  // words

struct Mention {
  std::size_t first = 0;  // tokens, end exclusive
  std::size_t end = 0;
  std::string outlet;
  bool common = false;
  bool possessive = false;
};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::string_view without_possessive(std::string_view word) {
  if (ends_with(word, "'s")) return word.substr(0, word.size() - 2);
  if (ends_with(word, "\u2019s")) return word.substr(0, word.size() - 4);
  return word;
}

bool starts_upper(std::string_view word) {
  return !word.empty() &&
         (is_upper(word.front()) || is_digit(word.front()) || is_high(word.front()));
}

bool is_the(std::string_view word) {
  return word == "the" || word == "The";
}

bool may_start_name(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = tokens[at].text;
  if (is_the(word)) {
    return at + 1 < tokens.size() &&
           may_start_outlet_name(without_possessive(tokens[at + 1].text));
  }
  if (may_start_outlet_name(word)) return true;
  const std::string_view bare = without_possessive(word);
  return bare.size() < word.size() && may_start_outlet_name(bare);
}

// The longest known name that starts at the token.
std::optional<Mention> known_name(const std::vector<Token>& tokens, std::size_t at) {
  if (!may_start_name(tokens, at)) return std::nullopt;
  const bool article = is_the(tokens[at].text);
  std::optional<Mention> best;
  std::string name;
  for (std::size_t i = at; i < tokens.size() && i < at + longest_name; ++i) {
    if (!name.empty()) name += ' ';
    const std::string_view bare = without_possessive(tokens[i].text);
    const std::string_view word = i == at && article ? "the" : tokens[i].text;
    for (const std::string_view form : {word, bare}) {
      const OutletName* known = find_printed_outlet(name + std::string(form));
      if (known == nullptr) continue;
      best = Mention{at, i + 1, std::string(known->masthead), known->common,
                     bare.size() != tokens[i].text.size()};
    }
    name += word;
    if (tokens[i].stop || tokens[i].comma) break;
  }
  return best;
}

constexpr std::string_view outlet_words[] = {
    "News",       "Times",     "Post",        "Herald",    "Tribune", "Gazette",
    "Journal",    "Chronicle", "Observer",    "Telegraph", "Courier", "Examiner",
    "Dispatch",   "Sentinel",  "Inquirer",    "Bulletin",  "Weekly",  "Magazine",
    "Television", "Newspaper", "Broadcasting"};

// "the Springfield Gazette": an outlet by its own word; only behind a cue.
std::optional<Mention> telling_name(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t first = at;
  if (to_lower(tokens[at].text) == "the") ++first;
  std::string name;
  for (std::size_t i = first; i < tokens.size() && i < first + longest_name; ++i) {
    const std::string_view word = without_possessive(tokens[i].text);
    if (!is_upper(word.empty() ? ' ' : word.front())) break;
    if (!name.empty()) name += ' ';
    name += word;
    const bool telling = std::find(std::begin(outlet_words), std::end(outlet_words),
                                   word) != std::end(outlet_words);
    const bool last = tokens[i].stop || tokens[i].comma || i + 1 == tokens.size() ||
                      !starts_upper(tokens[i + 1].text);
    if (telling && last && i > first) {
      return Mention{at, i + 1, name, false, word.size() != tokens[i].text.size()};
    }
    if (last) break;
  }
  return std::nullopt;
}

// Cues in front of a name, read backwards from it.
constexpr std::string_view cues_before[] = {
    "according to", "reported by",    "reported in",   "reported on",
    "reported to",  "told",           "report by",     "report in",
    "report from",  "reports by",     "reports in",    "reports from",
    "reporting by", "reporting from", "story in",      "story by",
    "article in",   "article by",     "article on",    "interview with",
    "interview to", "interview in",   "interview on",  "citing",
    "cited by",     "confirmed to",   "statement to",  "investigation by",
    "published by", "published in",   "revealed by",   "seen by",
    "obtained by",  "reviewed by",    "quoted by",     "speaking to",
    "spoke to",     "spoke with",     "speaking with", "analysis by",
    "poll by",      "survey by",      "said to",       "broken by",
    "sources told", "wrote in",       "writing in",    "writing for",
    "covered by",   "tally by",       "noted by",      "per"};

constexpr std::string_view verbs_behind[] = {
    "reported",      "reports", "corroborate", "corroborated", "corroborates",
    "reporting",     "writes",  "revealed",    "quoted",       "understands",
    "investigation", "broke",   "confirmed",   "wrote",        "noted",
    "cited",         "learned", "published",   "report",       "estimates"};

// Words that may stand between a name and its verb.
constexpr std::string_view between_words[] = {
    "has",      "have",  "had",        "first",   "also",       "both",      "all",
    "recently", "later", "previously", "earlier", "separately", "originally"};

template <std::size_t Size>
bool in_list(const std::string_view (&list)[Size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// British style turns the verb: "reports Reuters.", "said The Telegraph."
bool is_turned_verb(std::string_view word, std::string_view name) {
  return word == "reports" || word == "reported" ||
         (name == "The" && (word == "said" || word == "says"));
}

bool cue_before(const std::vector<Token>& tokens, std::size_t first) {
  std::size_t end = first;
  if (end > 0 && !tokens[end - 1].stop && starts_upper(tokens[first].text) &&
      is_turned_verb(tokens[end - 1].text, tokens[first].text)) {
    return true;
  }
  if (end > 0 && to_lower(tokens[end - 1].text) == "the") --end;
  if (end == 0 || tokens[end - 1].stop) return false;
  if (tokens[end - 1].text.size() > 13) return false;
  const std::string last = to_lower(tokens[end - 1].text);
  if (in_list(cues_before, last)) return true;
  if (end < 2 || tokens[end - 2].stop) return false;
  return in_list(cues_before, to_lower(tokens[end - 2].text) + " " + last);
}

bool verb_behind(const std::vector<Token>& tokens, const Mention& mention) {
  if (tokens[mention.end - 1].stop) return false;
  std::size_t at = mention.end;
  for (int skipped = 0; skipped < 3 && at < tokens.size(); ++skipped, ++at) {
    const std::string word = to_lower(tokens[at].text);
    if (!in_list(between_words, word)) break;
  }
  if (at >= tokens.size()) return false;
  const std::string word = to_lower(tokens[at].text);
  return starts_upper(tokens[at].text) ? false : in_list(verbs_behind, word);
}

// Mentions joined by commas and "and" are one group.
bool joins(const std::vector<Token>& tokens, const Mention& left, std::size_t next) {
  const Token& last = tokens[left.end - 1];
  if (last.stop) return false;
  if (next == left.end) return last.comma;
  const std::string word = to_lower(tokens[left.end].text);
  return next == left.end + 1 && (word == "and" || word == "or" || word == "&");
}

// Capitalised words that stand beside a name without being part of it.
constexpr std::string_view calendar_words[] = {
    "Monday",  "Tuesday",   "Wednesday", "Thursday", "Friday",   "Saturday", "Sunday",
    "January", "February",  "March",     "April",    "May",      "June",     "July",
    "August",  "September", "October",   "November", "December", "Jan.",     "Feb.",
    "Aug.",    "Sept.",     "Oct.",      "Nov.",     "Dec.",     "On",       "In"};

bool continues_name(std::string_view word) {
  return !word.empty() && is_upper(word.front()) && !in_list(calendar_words, word);
}

// "the National Weather Service" is not The National, and a common word behind a small
// "the" is that word.
bool is_other_name(const std::vector<Token>& tokens, const Mention& mention) {
  if (!mention.common) return false;
  if (tokens[mention.first].text == "the") return true;
  const Token& last = tokens[mention.end - 1];
  return !last.comma && !last.stop && !mention.possessive &&
         mention.end < tokens.size() && continues_name(tokens[mention.end].text);
}

// "Michael Bloomberg reported" is a person.
bool has_first_name(const std::vector<Token>& tokens, const Mention& mention) {
  if (mention.first == 0) return false;
  const Token& before = tokens[mention.first - 1];
  return !before.stop && !before.comma && continues_name(before.text) &&
         !in_list(between_words, to_lower(before.text)) && before.text.size() > 3;
}

struct Group {
  std::vector<Mention> mentions;
  bool cued = false;
};

void settle(const std::vector<Token>& tokens, Group& group,
            std::vector<std::string>& out) {
  if (group.mentions.empty()) return;
  const bool reporting = verb_behind(tokens, group.mentions.back());
  for (Mention& mention : group.mentions) {
    const bool proven =
        group.cued || (reporting && !mention.common && !has_first_name(tokens, mention));
    if (proven && std::find(out.begin(), out.end(), mention.outlet) == out.end()) {
      out.push_back(std::move(mention.outlet));
    }
  }
  group = {};
}

// Lower-case words cannot begin a name, save the article and one agency.
bool may_be_outlet(std::string_view word) {
  return starts_upper(word) || word == "the" || word == "dpa";
}

}  // namespace

std::vector<std::string> cited_outlets(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<std::string> out;
  Group group;
  for (std::size_t at = 0; at < tokens.size();) {
    if (!may_be_outlet(tokens[at].text)) {
      ++at;
      continue;
    }
    auto mention = known_name(tokens, at);
    if (mention && is_other_name(tokens, *mention)) mention.reset();
    const bool joined =
        !group.mentions.empty() && joins(tokens, group.mentions.back(), at);
    const bool cued = (joined && group.cued) || cue_before(tokens, at);
    if (!mention && cued) mention = telling_name(tokens, at);
    if (!mention) {
      ++at;
      continue;
    }
    if (!joined) {
      settle(tokens, group, out);
      group.cued = cued;
    }
    at = mention->end;
    group.mentions.push_back(std::move(*mention));
  }
  settle(tokens, group, out);
  return out;
}

}  // namespace broadsheet
