// A name is the subject when a clause begins before it and a finite verb follows it, and
// when nothing between the verb and the figure opens a clause of somebody else:
//
//   ... , | Meta | will cut | 600 jobs                 of: Meta
//   Krishna said | he could see 30% of them replaced   of: nothing, "he" is not read
//
// Names are runs of capitalised words. All searches are bounded by a fixed number of
// tokens, so that a sentence full of figures takes linear time. Left out: pronouns, and
// subjects of two names ("Microsoft and Apple").
#include "article/figure_subject.h"

#include <algorithm>

#include "article/subject_words.h"

namespace broadsheet {
namespace {

constexpr std::size_t subject_reach = 40;
constexpr std::size_t aside_reach = 16;

bool may_name(const Token& token) {
  return token.kind == TokenKind::word && token.capital &&
         // A word that starts outside ASCII and has a capital later is a bullet or broken
         // bytes glued to a name.
         (token.folded.front() & '\x80') == 0 &&
         !token.is(stop | month | weekday | cardinal | crowd | ordinal | rise | fall |
                   plan);
}

// "Health officials": the name of a field, not of anybody.
bool opens_office(const Token& next) {
  const std::string_view word = next.folded;
  return word == "officials" || word == "authorities" || word == "leaders" ||
         word == "experts" || word == "inspectors" || word == "investigators";
}

// Tokens [start, end) of a sentence.
struct Run {
  std::size_t start = 0;
  std::size_t end = 0;
};

class SubjectFinder {
 public:
  SubjectFinder(const std::vector<Token>& tokens, std::size_t first)
      : tokens_(tokens), first_(first) {}

  std::optional<Run> subject() const;
  std::optional<Run> behind(std::size_t at) const;
  std::optional<Run> owner_inside(std::size_t end) const;
  std::string name(const Run& run, std::string_view text) const;

 private:
  const Token& token(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at] : no_token;
  }
  bool possessive(const Run& run) const { return tokens_[run.end - 1].possessive; }
  bool is_name(const Run& run) const;
  bool begins_clause(std::size_t at) const;
  bool opens_clause(const Run& run) const;
  bool owns_what_opens(std::size_t at) const;
  bool is_aside(const Run& run) const;
  std::size_t behind_name(std::size_t at) const;
  std::size_t verb_of(const Run& run) const;
  bool is_barrier(std::size_t at) const;
  bool reaches_figure(std::size_t from) const;
  bool is_signed_list(const Run& run) const;
  bool takes_figure(const Run& run) const;
  bool is_subject(const Run& run) const;
  std::optional<Run> run_before(std::size_t end, std::size_t limit) const;

  const std::vector<Token>& tokens_;
  std::size_t first_;  // of the figure
};

// The nearest run of capitalised words that ends at or before `end`. In a headline verbs
// have capitals as well and end a name: "OpenAI Signs".
std::optional<Run> SubjectFinder::run_before(std::size_t end, std::size_t limit) const {
  const auto part = [&](std::size_t at) {
    return may_name(tokens_[at]) && !is_third_person(tokens_[at].folded);
  };
  while (end > limit && !part(end - 1)) --end;
  if (end == limit) return std::nullopt;
  std::size_t start = end - 1;
  while (start > limit && part(start - 1) && tokens_[start].spaced &&
         !tokens_[start - 1].possessive) {
    --start;
  }
  return Run{start, end};
}

// A capital proves little where a sentence begins: "Revenue fell", "Employment rose".
bool SubjectFinder::is_name(const Run& run) const {
  // "Average Salaries", but "Thrive Capital".
  const auto common = [](const Token& token) { return is_common_noun(token); };
  const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(run.start);
  const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(run.end);
  if (std::all_of(begin, end, common) || (run.start == 0 && common(*begin))) return false;
  if (run.start != 0 || run.end != 1) return true;
  const Token& word = tokens_[0];
  if (word.possessive) return true;
  if (is_command(word) || is_gerund(word.folded)) return false;
  if (opens_office(token(1))) return false;
  if (word.lexeme != nullptr || is_plural(word.folded, word.lexeme)) return false;
  constexpr std::string_view endings[] = {"ing", "ly", "ment", "ness", "ity"};
  return std::none_of(
      std::begin(endings), std::end(endings),
      [&](std::string_view ending) { return word.folded.ends_with(ending); });
}

bool SubjectFinder::begins_clause(std::size_t at) const {
  if (at == 0) return true;
  const Token& before = tokens_[at - 1];
  if (before.kind == TokenKind::word) {
    if (before.folded == "and" && at >= 2 && may_name(tokens_[at - 2])) return false;
    return is_joint(before) || is_speech(before) || is_role(before) ||
           before.possessive || before.is(span_word | month | weekday);
  }
  if (before.kind == TokenKind::number) {
    return before.digits == 4 && !before.grouped && !before.decimal;  // "in 2024 Meta"
  }
  return before.kind != TokenKind::hyphen || before.spaced;
}

// "Revenue at Nvidia doubled", "Shares of Meta fell", "Sales from mainland China": the
// name owns what is spoken of.
bool SubjectFinder::owns_what_opens(std::size_t at) const {
  if (at >= 3 && tokens_[at - 1].lexeme == nullptr && !tokens_[at - 1].capital) --at;
  if (at < 2) return false;
  const std::string_view link = tokens_[at - 1].folded;
  const bool owns = link == "at" || link == "of" || link == "from";
  const Token& owned = tokens_[at - 2];
  // "one of Britain's largest" owns nothing.
  if (!owns || !is_common_noun(owned) || owned.is(cardinal)) return false;
  return begins_clause(at - 2) || (at >= 3 && begins_clause(at - 3));
}

bool SubjectFinder::opens_clause(const Run& run) const {
  std::size_t at = run.start;
  if (at > 0 && tokens_[at - 1].folded == "the") --at;
  return begins_clause(at) || owns_what_opens(at);
}

// "Arthur Doe, Acme's chief, founded": what stands between commas behind a name.
bool SubjectFinder::is_aside(const Run& run) const {
  return run.start >= 2 && tokens_[run.start - 1].kind == TokenKind::comma &&
         may_name(tokens_[run.start - 2]);
}

// Over what may still belong to a name: "Acme Inc.", "S&P 500", "Acme shares".
std::size_t SubjectFinder::behind_name(std::size_t at) const {
  const Token& next = token(at);
  if (next.kind == TokenKind::point && !next.spaced) ++at;
  if (token(at).kind == TokenKind::number && !token(at).grouped) ++at;
  if (!is_verb(token(at)) && is_common_noun(token(at))) ++at;
  return at;
}

// Where the verb of a subject stands, an aside between commas left out; past the end
// when there is none. Inside of "Acme, which had 500 employees" the name is the subject
// as well.
std::size_t SubjectFinder::verb_of(const Run& run) const {
  const Token& next = token(run.end);
  if (next.kind != TokenKind::comma && next.kind != TokenKind::open) {
    if (next.folded == "to" && run.start == 0) return run.end;  // "Meta to cut"
    const std::size_t verb = behind_name(run.end);
    return is_verb(token(verb)) ? verb : tokens_.size();
  }
  const bool relative =
      token(run.end + 1).folded == "which" || token(run.end + 1).folded == "who";
  for (std::size_t at = run.end + 1; at < first_ && at < run.end + aside_reach; ++at) {
    const TokenKind kind = tokens_[at].kind;
    if (kind != TokenKind::comma && kind != TokenKind::close) continue;
    const std::size_t verb =
        kind == TokenKind::close && token(at + 1).kind == TokenKind::comma ? at + 2
                                                                           : at + 1;
    return is_verb(token(verb)) ? verb : tokens_.size();
  }
  return relative && is_verb(token(run.end + 2)) ? run.end + 2 : tokens_.size();
}

// "which", "he", "said"; not the company's "IT", nor "wants to end it with", nor "is said
// to".
bool SubjectFinder::is_barrier(std::size_t at) const {
  const Token& word = tokens_[at];
  if (word.folded == "it") return !word.capital && is_verb(token(at + 1));
  if (is_barrier_word(word)) return true;
  if (!is_speech(word)) return false;
  const std::string_view before = at > 0 ? tokens_[at - 1].folded : std::string_view();
  return before != "is" && before != "are" && before != "was" && before != "were";
}

// Nothing from the verb to the figure opens another clause: no relative word, no verb of
// saying, no verb with words of its own before it ("and oil fell").
bool SubjectFinder::reaches_figure(std::size_t from) const {
  bool joint = false;
  std::size_t own_words = 0;
  for (std::size_t at = from; at < first_; ++at) {
    const Token& word = tokens_[at];
    const bool joins = word.kind == TokenKind::comma || word.folded == "and" ||
                       word.folded == "but" || word.kind == TokenKind::dash;
    // "Meta's budget: $115 billion"
    if (word.kind == TokenKind::colon && at + 1 < first_) return false;
    if (word.kind == TokenKind::other) return false;
    if (joins) {
      joint = true;
      own_words = 0;
      continue;
    }
    if (is_barrier(at)) return false;
    if (is_verb(word)) {
      if (joint && own_words > 0) return false;
      joint = false;
    } else if (word.kind == TokenKind::word && !word.folded.ends_with("ly")) {
      ++own_words;
    }
  }
  return true;
}

// "Dow +0.2% Nasdaq +0.8%"
bool SubjectFinder::is_signed_list(const Run& run) const {
  const std::size_t sign =
      token(run.end).kind == TokenKind::number ? run.end + 1 : run.end;
  if (sign + 1 < first_ || sign > first_) return false;
  const TokenKind kind = token(sign).kind;
  return (kind == TokenKind::plus || kind == TokenKind::minus) && token(sign).spaced;
}

// "costs Nvidia $593 billion", and what is left of a sentence whose verb was said before:
// "Broadcom fell 17% and Microsoft 2%".
bool SubjectFinder::takes_figure(const Run& run) const {
  if (is_signed_list(run)) return true;
  if (run.end != first_ || possessive(run) || run.start == 0) return false;
  const Token& before = tokens_[run.start - 1];
  if (is_giving(before)) return true;
  const bool joins = before.kind == TokenKind::comma || before.folded == "and" ||
                     before.kind == TokenKind::colon;
  const bool earlier = run.start >= 2 && !may_name(tokens_[run.start - 2]);
  return joins && earlier &&
         std::any_of(
             tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(run.start),
             [](const Token& token) {
               return token.kind == TokenKind::number || token.kind == TokenKind::percent;
             });
}

bool SubjectFinder::is_subject(const Run& run) const {
  if (takes_figure(run)) return true;
  if (!opens_clause(run)) return false;
  if (possessive(run)) return !is_aside(run) && reaches_figure(run.end);
  const std::size_t verb = verb_of(run);
  // The verb may be the figure: "Revenue at Nvidia doubled".
  return verb <= first_ && !is_speech(tokens_[verb]) && reaches_figure(verb);
}

// From the figure to the left, over a few names.
std::optional<Run> SubjectFinder::subject() const {
  const std::size_t limit = first_ > subject_reach ? first_ - subject_reach : 0;
  constexpr int most_names = 6;
  std::size_t end = first_;
  for (int count = 0; count < most_names; ++count) {
    const auto run = run_before(end, limit);
    if (!run) return std::nullopt;
    if (is_name(*run) && is_subject(*run)) return run;
    end = run->start;
  }
  return std::nullopt;
}

// With the number that is part of it: "S&P 500".
std::string SubjectFinder::name(const Run& run, std::string_view text) const {
  const Token& last = tokens_[run.end - 1];
  const Token& next = token(run.end);
  const TokenKind behind = token(run.end + 1).kind;
  const bool sign = behind == TokenKind::plus || behind == TokenKind::minus;
  const bool numbered = next.kind == TokenKind::number && next.spaced && !next.grouped &&
                        !next.decimal && run.end < first_ && !last.possessive &&
                        (sign || (run.end + 1 < first_ && is_verb(token(run.end + 1))));
  const std::size_t end = numbered ? next.span.end : last.span.start + last.folded.size();
  return std::string(Span{tokens_[run.start].span.start, end}.in(text));
}

// "600 jobs at Meta", "3% of Amazon's staff"; not "of Nvidia chips".
std::optional<Run> SubjectFinder::behind(std::size_t at) const {
  Run run{at, at};
  while (run.end < tokens_.size() && run.end < at + 6 && may_name(tokens_[run.end]) &&
         !is_verb(tokens_[run.end])) {
    ++run.end;
    if (possessive(run)) break;
  }
  if (run.end == run.start || !is_name(run)) return std::nullopt;
  const Token& next = token(run.end);
  const bool ends = next.kind != TokenKind::word || next.is(stop) || is_verb(next);
  const bool glued = next.kind == TokenKind::hyphen || next.kind == TokenKind::number;
  if (!possessive(run) && (!ends || glued)) return std::nullopt;
  return run;
}

// "two of Doe's aides": the owner stands inside of what is counted.
std::optional<Run> SubjectFinder::owner_inside(std::size_t end) const {
  for (std::size_t at = end; at > first_ + 1 && at + 4 > end; --at) {
    if (!tokens_[at - 1].possessive || !may_name(tokens_[at - 1])) continue;
    std::size_t start = at - 1;
    while (start > first_ + 1 && may_name(tokens_[start - 1])) --start;
    return Run{start, at};
  }
  return std::nullopt;
}

// "two days earlier", "after two years", "within a month" tell when, and of nobody.
bool is_point_in_time(const std::vector<Token>& tokens, std::size_t first,
                      std::size_t end, const Figure& figure) {
  if (figure.dimension != "time") return false;
  constexpr std::string_view behind[] = {"earlier", "later", "after",
                                         "before",  "ago",   "since"};
  const std::string_view next =
      end < tokens.size() ? tokens[end].folded : std::string_view();
  if (std::find(std::begin(behind), std::end(behind), next) != std::end(behind)) {
    return true;
  }
  constexpr std::string_view links[] = {"after", "within", "in", "over", "the", "every"};
  const std::string_view before =
      first > 0 ? tokens[first - 1].folded : std::string_view();
  return std::find(std::begin(links), std::end(links), before) != std::end(links) ||
         tokens[first].folded == "over";
}

// ", three people said": what is counted is a subject itself.
bool is_subject_itself(const std::vector<Token>& tokens, std::size_t first,
                       const Figure& figure) {
  if (first == 0) return true;
  const Token& before = tokens[first - 1];
  const bool comma = before.kind == TokenKind::comma;
  if (before.folded == "and" && first >= 2) {
    return tokens[first - 2].kind == TokenKind::comma;
  }
  return comma && figure.dimension == "count";
}

// Where the link to a name stands: "600 jobs at Acme", "600 people working at Acme".
std::size_t link_behind(const std::vector<Token>& tokens, std::size_t end) {
  const Token& next = token_at(tokens, end);
  const bool participle = next.kind == TokenKind::word && next.folded.size() > 4 &&
                          (next.folded.ends_with("ing") || next.folded.ends_with("ed"));
  const std::string_view link = token_at(tokens, end + 1).folded;
  return participle && (link == "at" || link == "by") ? end + 1 : end;
}

}  // namespace

std::optional<std::string> find_subject(const std::vector<Token>& tokens,
                                        std::size_t first, std::size_t end,
                                        std::string_view text, const Figure& figure) {
  if (is_point_in_time(tokens, first, end, figure)) return std::nullopt;
  const SubjectFinder finder(tokens, first);
  const std::size_t at = link_behind(tokens, end);
  const std::string_view link = token_at(tokens, at).folded;
  std::optional<Run> run;
  const bool counted = figure.dimension == "count" || figure.dimension == "ratio";
  if (counted) run = finder.owner_inside(end);
  if (!run && counted && (link == "at" || link == "of")) run = finder.behind(at + 1);
  if (!run && !is_subject_itself(tokens, first, figure)) run = finder.subject();
  const bool place = link == "by" || link == "from" || link == "in" || link == "across";
  if (!run && counted && place) run = finder.behind(at + 1);
  if (!run) return std::nullopt;
  return finder.name(*run, text);
}

}  // namespace broadsheet
