// Two passes. Claims of one unit and thing are sorted by value, so that those that may
// agree lie side by side. Then claims that are alike in all but value are sorted by day:
// what changes over is a revision, what goes on side by side a difference. A story that
// gives two values itself speaks of parts or of two times, so nothing is said of them.
#include "searcher/figure_agreement.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "article/words.h"

namespace broadsheet {
namespace {

constexpr std::size_t neighbours = 24;    // that a claim is held against
constexpr std::size_t most_voices = 12;   // that are listed
constexpr std::size_t most_versions = 8;  // of one figure; more are another thing each
constexpr std::size_t most_asked = 64;    // stories whose opening is looked at
constexpr int days_to_agree = 30;
constexpr int days_to_differ = 3;
constexpr int days_of_revision = 10;
constexpr int days_of_revision_in_period = 200;

// Work is counted under many names. As stems.
constexpr std::array<std::string_view, 11> work = {
    "job",    "role",    "posit", "post", "employe", "worker",
    "layoff", "staffer", "staff", "cut",  "redund"};

// As stems: subjects that are many, and things that are said of everything.
constexpr std::array<std::string_view, 22> vague = {
    "compani", "firm",  "govern", "offici", "polic",    "report", "analyst", "layoff",
    "cut",     "plan",  "market", "state",  "countri",  "we",     "it",      "source",
    "group",   "studi", "data",   "survey", "investor", "sale"};
constexpr std::array<std::string_view, 14> vague_things = {
    "peopl", "person", "year", "day",   "time",  "man",   "woman",
    "month", "week",   "one",  "thing", "share", "point", "case"};

constexpr std::array<std::string_view, 13> moving = {
    "price", "rate", "averag", "level", "valu",  "index", "stock",
    "share", "new",  "daili",  "addit", "daily", "week"};

template <std::size_t size>
bool is_one_of(std::string_view stem, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), stem) != list.end();
}

std::string kind_of(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  const bool counted = figure.dimension == "count" || figure.dimension.empty();
  const std::string head = is_one_of(claim.thing.head, work) ? "work" : claim.thing.head;
  return counted ? head : claim.thing.unit + "|" + head;
}

// Who says it: an outlet, or a story whose outlet is not known.
std::string source_of(const Mention& mention) {
  return mention.outlet.empty() ? "story " + mention.story : mention.outlet;
}

// "Cuts 600 roles" and "600 roles go" may be one; a rise and a fall are not.
bool may_be_one_change(const Figure& a, const Figure& b) {
  return !a.change || !b.change || a.change->direction == b.change->direction;
}

bool all_words_in(std::string_view part, std::string_view whole) {
  const auto words = split_words(whole);
  const auto asked = split_words(part);
  return std::all_of(asked.begin(), asked.end(), [&](const Word& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const Word& word) { return word.text == one.text; });
  });
}

bool is_round(const Figure& figure) {
  const auto mantissa = named_value(figure).mantissa;
  return mantissa > -10 && mantissa < 10;
}

// Whether the subject has a name and is not just anybody.
bool is_named(const Claim& claim) {
  const std::string of = claim.first().figure.of.value_or("");
  const bool capital =
      std::any_of(of.begin(), of.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capital && !claim.thing.subject.empty() &&
         !is_one_of(claim.thing.subject, vague);
}

// What is said in passing: "one of", a length of time.
bool is_aside(const Figure& figure) {
  const bool single = figure.dimension == "count" && figure.high == Amount{1, 0};
  return single || figure.dimension == "time" || figure.status == Status::denied;
}

class Agreeing {
 public:
  Agreeing(const std::vector<Claim>& claims, const ClusterOf& cluster_of,
           const IsAbout& is_about)
      : claims_(claims),
        cluster_of_(cluster_of),
        is_about_(is_about),
        others_(claims.size()) {}

  void run(std::vector<std::optional<Comparison>>& comparisons) {
    std::map<std::string, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      others_[i].push_back(i);
      if (!is_aside(claims_[i].first().figure)) kinds[kind_of(claims_[i])].push_back(i);
    }
    for (auto& [kind, members] : kinds) link(members);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Comparison comparison = voices_of(others_[i]);
      if (comparison.voices.size() > 1) comparisons[i] = comparison;
    }
  }

 private:
  void link(std::vector<std::size_t>& members) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return named_value(claims_[a].first().figure) <
             named_value(claims_[b].first().figure);
    });
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t end = std::min(members.size(), i + 1 + neighbours);
      for (std::size_t j = i + 1; j < end; ++j) {
        const std::size_t a = members[i], b = members[j];
        if (!agree(claims_[a], claims_[b])) continue;
        others_[a].push_back(b);
        others_[b].push_back(a);
      }
    }
  }

  bool agree(const Claim& a, const Claim& b) {
    const Figure& first = a.first().figure;
    const Figure& second = b.first().figure;
    if (source_of(a.first()) == source_of(b.first())) return false;
    if (first.period && second.period && first.period != second.period) return false;
    const auto days = days_apart(a.first(), b.first());
    if (days && *days > days_to_agree) return false;
    return may_be_one_change(first, second) &&
           closeness(first, second) == Closeness::same && about_one(a, b);
  }

  // A sentence that names nobody is about whom its story is about, if the value is the
  // very same.
  bool about_one(const Claim& a, const Claim& b) {
    const std::string& first = a.thing.subject;
    const std::string& second = b.thing.subject;
    const Amount value = named_value(a.first().figure);
    const bool alike = all_words_in(first, second) || all_words_in(second, first);
    bool told = !first.empty() && !second.empty() && !is_one_of(first, vague);
    if (first.empty() != second.empty()) {
      if (value != named_value(b.first().figure)) return false;
      const Claim& named = first.empty() ? b : a;
      const Claim& other = first.empty() ? a : b;
      told = is_named(named) && asked_++ < most_asked &&
             is_about_(other.first().story, named.thing.subject);
    }
    const bool specific = is_specific(a.first().figure) && is_specific(b.first().figure);
    const bool counts = !a.thing.counts.empty() && !b.thing.counts.empty();
    if (alike && counts && (told || specific)) return true;
    if (alike && told && !is_round(a.first().figure) && !is_round(b.first().figure))
      return true;
    return alike && cluster_of_(a.first().story) == cluster_of_(b.first().story);
  }

  // One voice of each source; a copy of a story is no other voice.
  Comparison voices_of(const std::vector<std::size_t>& members) const {
    Comparison comparison;
    std::vector<std::string> heard;
    for (const std::size_t i : members) {
      const auto& mentions = claims_[i].mentions;
      const std::size_t end = std::min(mentions.size(), neighbours);
      for (std::size_t m = 0; m < end; ++m) {
        std::string source = source_of(mentions[m]);
        if (std::find(heard.begin(), heard.end(), source) != heard.end()) continue;
        if (heard.size() >= most_voices) break;
        if (m > 0 && cluster_of_(mentions[m].story) == cluster_of_(mentions[0].story))
          continue;
        heard.push_back(std::move(source));
        comparison.voices.push_back({i, m});
      }
    }
    std::stable_sort(comparison.voices.begin(), comparison.voices.end(),
                     [&](const auto& a, const auto& b) {
                       return earlier(claims_[a.claim].mentions[a.mention],
                                      claims_[b.claim].mentions[b.mention]);
                     });
    return comparison;
  }

  const std::vector<Claim>& claims_;
  const ClusterOf& cluster_of_;
  const IsAbout& is_about_;
  std::vector<std::vector<std::size_t>> others_;  // that agree, each with itself first
  std::size_t asked_ = 0;
};

// Alike in everything but the value.
using Frame = std::tuple<std::string, std::string, std::string, std::string,
                         std::optional<Status>, int>;

// Rates, shares and prices move by themselves, and so does what is new each day.
bool moves_by_itself(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  const bool total = figure.dimension == "count" || figure.dimension == "money";
  if (!total || figure.unit.find(" per ") != std::string::npos) return true;
  const auto words = split_words(claim.thing.counts);
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return is_one_of(word.text, moving); });
}

std::optional<Frame> frame_of(const Claim& claim) {
  const Figure& figure = claim.first().figure;
  const Thing& thing = claim.thing;
  if (!is_named(claim) || !claim.first().day || thing.counts.empty() ||
      is_one_of(thing.head, vague_things) || is_aside(figure) || moves_by_itself(claim))
    return std::nullopt;
  const int direction =
      figure.change ? (figure.change->direction == Direction::up ? 1 : -1) : 0;
  return Frame{thing.unit,    thing.counts, thing.subject, figure.period.value_or(""),
               figure.status, direction};
}

// What is several times as much is another thing.
bool of_one_size(const Figure& a, const Figure& b) {
  constexpr double most = 3;
  const double first = to_double(named_value(a)), second = to_double(named_value(b));
  return first * second > 0 && first <= most * second && second <= most * first;
}

class Changing {
 public:
  explicit Changing(const std::vector<Claim>& claims) : claims_(claims) {}

  void run(std::vector<std::optional<Comparison>>& comparisons) {
    std::map<Frame, std::vector<std::size_t>> frames;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (const auto frame = frame_of(claims_[i])) frames[*frame].push_back(i);
    }
    for (auto& [frame, members] : frames) {
      if (members.size() < 2 || members.size() > most_versions) continue;
      std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return earlier(claims_[a].first(), claims_[b].first());
      });
      const auto state = state_of(members);
      if (!state) continue;
      Comparison comparison{.state = *state, .voices = {}};
      for (const std::size_t i : members) comparison.voices.push_back({i, 0});
      for (const std::size_t i : members) comparisons[i] = comparison;
    }
  }

 private:
  // `members` are in the order of their days.
  std::optional<Agreement::State> state_of(const std::vector<std::size_t>& members) {
    const int span =
        *days_apart(claims_[members.front()].first(), claims_[members.back()].first());
    const bool in_period = claims_[members.front()].first().figure.period.has_value();
    if (span > (in_period ? days_of_revision_in_period : days_of_revision))
      return std::nullopt;
    bool side_by_side = false;
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const Claim& a = claims_[members[i]];
        const Claim& b = claims_[members[j]];
        const Closeness close = closeness(a.first().figure, b.first().figure);
        if (close != Closeness::apart || share_a_story(a, b) ||
            !of_one_size(a.first().figure, b.first().figure))
          return std::nullopt;
        side_by_side = side_by_side || !over_before(a, b);
      }
    }
    if (!side_by_side) return Agreement::State::revised;
    if (span > days_to_differ || !several_sources(members)) return std::nullopt;
    return Agreement::State::differ;
  }

  bool several_sources(const std::vector<std::size_t>& members) const {
    const std::string first = source_of(claims_[members.front()].first());
    return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      return source_of(claims_[i].first()) != first;
    });
  }

  static bool share_a_story(const Claim& a, const Claim& b) {
    const auto stories = a.stories();
    return std::any_of(b.mentions.begin(), b.mentions.end(), [&](const Mention& mention) {
      return stories.count(mention.story) > 0;
    });
  }

  // Whether nobody says `a` any more once somebody says `b`.
  static bool over_before(const Claim& a, const Claim& b) {
    int last = *a.first().day;
    for (const Mention& mention : a.mentions)
      if (mention.day) last = std::max(last, *mention.day);
    return last < *b.first().day;
  }

  const std::vector<Claim>& claims_;
};

}  // namespace

std::vector<std::optional<Comparison>> compare_claims(const std::vector<Claim>& claims,
                                                      const ClusterOf& cluster_of,
                                                      const IsAbout& is_about) {
  std::vector<std::optional<Comparison>> comparisons(claims.size());
  Agreeing(claims, cluster_of, is_about).run(comparisons);
  Changing(claims).run(comparisons);
  return comparisons;
}

}  // namespace broadsheet
