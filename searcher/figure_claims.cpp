// Claims are put together in two steps: by sentence, then by value and thing. In the
// second step a mention is held against a few claims of its value only, so that a value
// that everybody names ("60 days") costs no more than another.
#include "searcher/figure_claims.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "article/words.h"
#include "searcher/unit_size.h"

namespace broadsheet {
namespace {

constexpr int days_of_one_event = 30;
// Claims of one value that a mention is held against.
constexpr std::size_t claims_compared = 24;

std::string stems_of(std::string_view text, Stemmer& stem) {
  std::string stems;
  for (const Word& word : split_words(text)) {
    if (is_stop_word(word.text)) continue;
    if (!stems.empty()) stems += ' ';
    stems += stem(word.text);
  }
  return stems;
}

std::string last_word(const std::string& stems) {
  return stems.substr(stems.rfind(' ') + 1);
}

// Whether a word of one is a word of the other.
bool share_a_word(std::string_view a, std::string_view b) {
  const auto words = split_words(a);
  for (const Word& other : split_words(b)) {
    if (std::any_of(words.begin(), words.end(),
                    [&](const Word& word) { return word.text == other.text; }))
      return true;
  }
  return false;
}

bool subjects_agree(const Thing& a, const Thing& b) {
  return a.subject.empty() || b.subject.empty() || share_a_word(a.subject, b.subject);
}

bool periods_agree(const Figure& a, const Figure& b) {
  return !a.period || !b.period || a.period == b.period;
}

bool near_in_time(const Mention& a, const Mention& b) {
  const auto days = days_apart(a, b);
  return !days || *days <= days_of_one_event;
}

// People are counted for what was done to them.
class Deeds {
 public:
  Deeds(Stemmer& stem, const ContextOf& context_of)
      : stem_(stem), context_of_(context_of) {}

  bool agree(const Mention& a, const Mention& b, const Thing& thing) {
    const bool people =
        thing.head == "peopl" || thing.head == "other" || thing.head == "person";
    if (!context_of_ || !people) return true;
    const std::string_view first = of(a), second = of(b);
    return first == second;
  }

 private:
  std::string_view of(const Mention& mention) {
    const auto [known, fresh] = known_.try_emplace({mention.story, mention.place});
    if (fresh && known_.size() <= most_known) {
      const ClaimContext context = context_of_(mention);
      known->second = deed_of(context.sentence, context.figure, stem_);
    }
    return known->second;
  }

  static constexpr std::size_t most_known = 128;
  Stemmer& stem_;
  const ContextOf& context_of_;
  std::map<std::pair<std::string, std::size_t>, std::string_view> known_;
};

bool same_claim(const Mention& a, const Thing& thing, const Claim& claim,
                const ClusterOf& cluster_of) {
  const Mention& b = claim.first();
  if (!periods_agree(a.figure, b.figure)) return false;
  if (!subjects_agree(thing, claim.thing)) return false;
  const bool same_subject =
      !thing.subject.empty() && thing.subject == claim.thing.subject;
  const bool told = same_subject || is_specific(a.figure);
  if (a.story == b.story) return told || !thing.counts.empty();
  if (!near_in_time(a, claim.mentions.back())) return false;
  if (told && !thing.counts.empty()) return true;
  return cluster_of(a.story) == cluster_of(b.story);
}

using SentencePlace = std::pair<std::uint64_t, std::size_t>;
using Value = std::tuple<Amount, Amount, Bound, std::string, std::string>;

Value value_of(const Figure& figure, const Thing& thing) {
  const Amount low = figure.low.value_or(figure.high.value_or(Amount{}));
  return {low, figure.high.value_or(low), figure.bound, figure.unit, thing.counts};
}

void add_mention(Claim& claim, Mention mention) {
  claim.score = std::max(claim.score, mention.score);
  if (mention.match && (!claim.match || *mention.match == Sureness::sure))
    claim.match = mention.match;
  claim.mentions.push_back(std::move(mention));
}

// Of two that answer alike a sentence tells more than the headline.
bool answers_better(const Mention& a, const Mention& b) {
  if (a.score != b.score) return a.score > b.score;
  return b.figure.in_title && !a.figure.in_title;
}

// The first publisher stands first, by the sentence that answers best.
void settle(Claim& claim) {
  std::stable_sort(claim.mentions.begin(), claim.mentions.end(), earlier);
  const Mention& first = claim.mentions.front();
  auto best = claim.mentions.begin();
  for (auto it = claim.mentions.begin(); it != claim.mentions.end(); ++it) {
    if (it->story == first.story && answers_better(*it, *best)) best = it;
  }
  std::rotate(claim.mentions.begin(), best, best + 1);
}

std::vector<Claim> by_sentence(std::vector<Mention> mentions, Stemmer& stem) {
  std::map<SentencePlace, std::size_t> known;
  std::vector<Claim> claims;
  for (Mention& mention : mentions) {
    const auto [place, fresh] =
        known.try_emplace({mention.sentence, mention.in_sentence}, claims.size());
    if (fresh) claims.push_back({{}, thing_of(mention.figure, stem), 0, {}});
    add_mention(claims[place->second], std::move(mention));
  }
  for (Claim& claim : claims) settle(claim);
  return claims;
}

}  // namespace

Thing thing_of(const Figure& figure, Stemmer& stem) {
  const UnitSize* size = unit_size(figure.unit);
  const bool counted = figure.dimension == "count" || figure.dimension.empty();
  Thing thing{.unit = size != nullptr ? std::string(size->base) : figure.unit,
              .counts = stems_of(figure.counts.value_or(""), stem),
              .head = {},
              .subject = stems_of(figure.of.value_or(""), stem)};
  if (thing.counts.empty() && counted) thing.counts = stems_of(figure.unit, stem);
  thing.head = last_word(counted && !figure.unit.empty() ? stems_of(figure.unit, stem)
                                                         : thing.counts);
  return thing;
}

std::set<std::string> Claim::outlets() const {
  std::set<std::string> names;
  for (const Mention& mention : mentions)
    if (!mention.outlet.empty()) names.insert(mention.outlet);
  return names;
}

std::set<std::string> Claim::stories() const {
  std::set<std::string> ids;
  for (const Mention& mention : mentions) ids.insert(mention.story);
  return ids;
}

std::vector<Claim> distinct_claims(std::vector<Mention> mentions, Stemmer& stem,
                                   const ClusterOf& cluster_of,
                                   const ContextOf& context_of) {
  Deeds deeds(stem, context_of);
  std::vector<Claim> sentences = by_sentence(std::move(mentions), stem);
  std::stable_sort(
      sentences.begin(), sentences.end(),
      [](const Claim& a, const Claim& b) { return earlier(a.first(), b.first()); });
  std::map<Value, std::vector<std::size_t>> known;
  std::vector<Claim> claims;
  for (Claim& sentence : sentences) {
    auto& same = known[value_of(sentence.first().figure, sentence.thing)];
    const std::size_t skip =
        same.size() > claims_compared ? same.size() - claims_compared : 0;
    const auto found = std::find_if(
        same.rbegin(), same.rend() - static_cast<std::ptrdiff_t>(skip),
        [&](std::size_t i) {
          return same_claim(sentence.first(), sentence.thing, claims[i], cluster_of) &&
                 deeds.agree(sentence.first(), claims[i].first(), sentence.thing);
        });
    if (found == same.rend() - static_cast<std::ptrdiff_t>(skip)) {
      same.push_back(claims.size());
      claims.push_back(std::move(sentence));
      continue;
    }
    Claim& claim = claims[*found];
    if (claim.thing.subject.empty()) claim.thing.subject = sentence.thing.subject;
    for (Mention& mention : sentence.mentions) add_mention(claim, std::move(mention));
  }
  for (Claim& claim : claims) settle(claim);
  return claims;
}

Amount named_value(const Figure& figure) {
  return figure.low ? *figure.low : figure.high.value_or(Amount{});
}

std::optional<int> days_apart(const Mention& a, const Mention& b) {
  if (!a.day || !b.day) return std::nullopt;
  return std::abs(*a.day - *b.day);
}

bool earlier(const Mention& a, const Mention& b) {
  if (a.day.has_value() != b.day.has_value()) return a.day.has_value();
  return a.day < b.day;
}

bool is_specific(const Figure& figure) {
  return std::abs(named_value(figure).mantissa) >= 100;
}

}  // namespace broadsheet
