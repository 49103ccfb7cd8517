// A table of cues, and where each may stand:
//
//   Acme | plans to | cut 600 jobs            before: it governs the words to its right
//   600 jobs | are expected to | go           behind: the verb of what is counted
//   600 jobs, | people familiar | said        anywhere in what is left of the sentence
//
// The walk to the left ends with the clause: at a semicolon or "because", at a relative,
// and at a comma or "and" behind which another verb was met ("plans a plant and | cut 600
// jobs"). Each walk is bounded. Left out: figures that a negation denies ("did not cut").
#include "article/figure_status.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "article/clause_words.h"
#include "article/subject_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t reach_before = 24;
constexpr std::size_t reach_behind = 24;
constexpr std::size_t reach_of_verb = 6;  // from what is counted to its verb

enum class Place { before, behind, anywhere };

struct Cue {
  std::string_view words;  // parted by spaces; "*ing" is any participle, "*verb" any verb
  Place place;
  std::optional<Status> status;  // empty: the figure is neither planned nor denied
};

struct CueList {
  Place place;
  std::optional<Status> status;
  std::string_view cues;  // parted by "|"
};

constexpr CueList cue_lists[] = {
    {Place::before, Status::planned,
     "plans|plan to|plan for|planned|planning|intends|intend to|intended to|aims|aim to|"
     "aiming|will|'ll|expects|expect|expected|expecting|guidance|forecast|forecasts|"
     "forecasting|projects that|projects to|projects sales|projected|projecting|"
     "anticipates|anticipated|anticipating|targets|targeting|targeted|target of|"
     "considering|considers|proposed|proposes|proposing|proposal|pledged|pledges|"
     "vowed to|vows to|scheduled to|preparing to|prepares to|set to *verb|"
     "agreed to *verb|agrees to *verb|is to *verb|are to *verb|on track "
     "to|predicts|predicted|likely to"},
    {Place::before, Status::estimated,
     "estimated|estimates|estimate|estimating|believed to|thought to"},
    {Place::before, Status::denied,
     "denied that|denies that|deny that|denying that|denied *ing|denies *ing|denied it|"
     "denies it|denied reports|denies reports|denied claims|denies claims|denied a "
     "report|"
     "denied allegations|denied having|refuted|refutes|not true that|untrue that|"
     "false that|no plans|no plan to|not planning to|dismissed reports|"
     "dismissed rumours|dismissed rumors"},
    {Place::before, Status::rumoured,
     "rumored|rumoured|rumors|rumours|rumor|rumour|allegedly|reportedly|speculation that|"
     "is said to|are said to|was said to|were said to|said to be|unconfirmed|"
     "according to reports|reported to be|according to rumours|according to rumors"},
    {Place::anywhere, Status::rumoured,
     "people familiar|person familiar|sources familiar|source familiar|"
     "people with knowledge|person with knowledge|people briefed|person briefed"},
    {Place::before, std::nullopt,
     "will not|wo n't|not expected|would not|not plan|not "
     "planned|not intend"},
    {Place::behind, Status::planned,
     "is expected|are expected|is planned|are planned|is forecast|are forecast|"
     "is projected|are projected|is scheduled|are scheduled|is set to *verb|"
     "are set to *verb|"
     "are to *verb|is to *verb|will|were planned|was planned"},
    {Place::behind, Status::estimated, "is estimated|are estimated|was estimated"},
    {Place::behind, Status::rumoured,
     "reportedly|is reportedly|is rumoured|are rumoured|is rumored|are rumored|is said "
     "to|are said to"},
    {Place::anywhere, Status::said, "according to"},
    {Place::before, Status::said,
     "said|says|announced|announces|confirmed|confirms|told|disclosed|stated|revealed"},
};

// By their first word; `begins` tells cheaply that a word begins none.
struct Cues {
  std::unordered_multimap<std::string_view, Cue> rows;
  std::array<std::uint32_t, 256> begins = {};  // by first byte: the lengths there are

  void add(const Cue& cue, std::string_view word) {
    rows.emplace(word, cue);
    begins[static_cast<unsigned char>(word.front())] |= 1U << (word.size() % 32);
  }
  bool may_begin(std::string_view word) const {
    return (begins[static_cast<unsigned char>(word.front())] >> (word.size() % 32)) & 1U;
  }
};

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

Cues make_cues() {
  Cues cues;
  for (const CueList& list : cue_lists) {
    std::string_view rest = list.cues;
    while (!rest.empty()) {
      const std::size_t end = rest.find('|');
      const std::string_view words = rest.substr(0, end);
      cues.add(Cue{words, list.place, list.status}, first_word(words));
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
  }
  return cues;
}

bool stands_at(const std::vector<Token>& tokens, std::size_t at, std::string_view words) {
  while (!words.empty()) {
    const std::string_view word = first_word(words);
    const std::string_view token = token_at(tokens, at).folded;
    const bool fits = word == "*ing"    ? token.ends_with("ing")
                      : word == "*verb" ? part_of(tokens, at) == Part::verb
                                        : token == word;
    if (!fits) return false;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    ++at;
  }
  return true;
}

// The longest cue that begins at `at`.
const Cue* find_cue(const std::vector<Token>& tokens, std::size_t at, Place place) {
  static const Cues cues = make_cues();
  const Token& token = tokens[at];
  if (token.kind != TokenKind::word || !cues.may_begin(token.folded)) return nullptr;
  const Cue* found = nullptr;
  const auto [begin, end] = cues.rows.equal_range(token.folded);
  for (auto it = begin; it != end; ++it) {
    const Cue& cue = it->second;
    if (cue.place != place && cue.place != Place::anywhere) continue;
    if (found != nullptr && found->words.size() >= cue.words.size()) continue;
    if (stands_at(tokens, at, cue.words)) found = &cue;
  }
  const std::string_view before = at > 0 ? tokens[at - 1].folded : std::string_view();
  if (before == "than" || before == "as") return nullptr;  // "lower than expected"
  // "Will Doe", "Target stores"
  const bool name = token.capital && (at > 0 || token_at(tokens, at + 1).capital);
  return name ? nullptr : found;
}

std::size_t word_count(std::string_view words) {
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

// The cue before a figure that holds token `at`: "is said to" rather than "said".
const Cue* find_cue_around(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t most = 2;  // words of a cue before a shorter one inside it
  const Cue* found = find_cue(tokens, at, Place::before);
  for (std::size_t back = 1; back <= std::min(most, at); ++back) {
    const Cue* wider = find_cue(tokens, at - back, Place::before);
    if (wider != nullptr && word_count(wider->words) > back) return wider;
  }
  return found;
}

// "Acme to cut 600 jobs", the future of headlines.
bool is_headline_future(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t longest_name = 5;
  if (at == 0 || at > longest_name || tokens[at].folded != "to") return false;
  if (part_of(tokens, at + 1) != Part::verb) return false;
  for (std::size_t i = 0; i < at; ++i) {
    if (part_of(tokens, i) != Part::noun && part_of(tokens, i) != Part::determiner) {
      return false;
    }
  }
  return true;
}

// "cut after it lost", "shut following two strikes": what was before.
bool is_background(std::string_view word) {
  return word == "after" || word == "following" || word == "despite" || word == "since" ||
         word == "amid" || word == "ago";
}

bool ends_clause(const std::vector<Token>& tokens, std::size_t at, bool verb_seen) {
  const Token& token = tokens[at];
  if (is_background(token.folded)) return true;
  const Part here = part_of(tokens, at);
  if (here == Part::relative) {
    // "says that", not "a town that"
    return token.folded != "that" || (at > 0 && part_of(tokens, at - 1) == Part::noun);
  }
  const bool comma = token.kind == TokenKind::comma;
  if (comma || here == Part::joint) return verb_seen;
  if (here != Part::border) return false;
  return token.kind == TokenKind::word || token.kind == TokenKind::other;
}

// A verb that has a subject of its own: "rose", not "to rise" nor "rising".
bool is_finite(const std::vector<Token>& tokens, std::size_t at) {
  if (part_of(tokens, at) != Part::verb || tokens[at].folded.ends_with("ing")) {
    return false;
  }
  return at == 0 || tokens[at - 1].folded != "to";
}

struct Finding {
  bool found = false;
  std::optional<Status> status = {};
};

// "600 planned job cuts", "an estimated 240 people"
Finding status_inside(const std::vector<Token>& tokens, std::size_t first,
                      std::size_t end) {
  for (std::size_t at = first; at < end; ++at) {
    if (!tokens[at].folded.ends_with("ed")) continue;
    const Cue* cue = find_cue(tokens, at, Place::before);
    if (cue != nullptr && cue->status != Status::said) return {true, cue->status};
  }
  return {};
}

Finding status_before(const std::vector<Token>& tokens, std::size_t first) {
  const std::size_t limit = first > reach_before ? first - reach_before : 0;
  bool verb_seen = false;
  for (std::size_t i = first; i > limit; --i) {
    const std::size_t at = i - 1;
    const Cue* cue = find_cue_around(tokens, at);
    if (cue != nullptr) return {true, cue->status};
    if (is_headline_future(tokens, at)) return {true, Status::planned};
    if (ends_clause(tokens, at, verb_seen)) break;
    verb_seen = verb_seen || is_finite(tokens, at);
  }
  return {};
}

Finding status_behind(const std::vector<Token>& tokens, std::size_t end) {
  Finding finding;
  bool own_clause = true;
  bool aside = false;  // behind a comma, and nobody's "who" since
  const std::size_t limit = std::min(tokens.size(), end + reach_behind);
  for (std::size_t at = end; at < limit; ++at) {
    const bool near = own_clause && at < end + reach_of_verb;
    const Cue* cue = find_cue(tokens, at, near ? Place::behind : Place::anywhere);
    if (cue != nullptr && cue->status != Status::said) return {true, cue->status};
    if (cue != nullptr) finding = {true, cue->status};
    const Token& token = tokens[at];
    // ", the firm said"
    if (aside && (token.folded == "said" || token.folded == "says")) {
      finding = {true, Status::said};
    }
    const Part here = part_of(tokens, at);
    own_clause = own_clause && (here == Part::noun || here == Part::adverb ||
                                here == Part::determiner || here == Part::preposition);
    if (token.kind == TokenKind::comma || token.kind == TokenKind::quote) aside = true;
    if (here == Part::relative || here == Part::number) aside = false;
    if (token.kind == TokenKind::other) break;
  }
  return finding;
}

}  // namespace

std::optional<Status> find_status(const std::vector<Token>& tokens, std::size_t first,
                                  std::size_t end) {
  const Token& before_it = first > 0 ? tokens[first - 1] : no_token;
  const bool past = before_it.folded == "past" || before_it.folded == "last";
  if (past || token_at(tokens, end).folded == "ago") return std::nullopt;
  const Finding inside = status_inside(tokens, first, end);
  if (inside.found) return inside.status;
  const Finding before = status_before(tokens, first);
  const bool said = before.found && before.status == Status::said;
  // "to spend | the 5 billion it has": what is there already
  const bool there = before_it.folded == "the" || before_it.possessive;
  if (there && (before.status == Status::planned || !before.found)) return std::nullopt;
  if (before.found && !said) return before.status;
  const Finding behind = status_behind(tokens, end);
  if (behind.found && (!said || behind.status == Status::rumoured)) return behind.status;
  return before.status;
}

}  // namespace broadsheet
