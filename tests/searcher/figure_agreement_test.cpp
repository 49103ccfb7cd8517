// How claims stand to each other, on made-up stories.
#include "searcher/figure_agreement.h"

#include <deque>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "article/figure_reader.h"

namespace broadsheet {
namespace {

struct ClosenessCase {
  const char* a;
  const char* b;
  Closeness closeness;
};

TEST(Closeness, KnowsBoundsAndRounding) {
  const std::vector<ClosenessCase> cases = {
      {"about 400 jobs", "400 jobs", Closeness::same},
      {"about 400 jobs", "nearly 400 jobs", Closeness::same},
      {"$18 billion", "$18.2 billion", Closeness::same},
      {"$18 billion", "$19.2 billion", Closeness::apart},
      {"more than 5,000 jobs", "5,200 jobs", Closeness::same},
      {"more than 5,000 jobs", "9,000 jobs", Closeness::unclear},
      {"$30-40 billion", "$35 billion", Closeness::same},
      {"$30-40 billion", "$33-40 billion", Closeness::apart},
      {"$30-40 billion", "$30 billion to $40 billion", Closeness::same},
      {"under $5.02", "$4.85", Closeness::unclear},
      {"at least 76 jobs", "at least 83 jobs", Closeness::apart},
      {"more than 5,000 jobs", "at least 5,100 jobs", Closeness::same},
      {"more than 5,000 jobs", "at least 5,400 jobs", Closeness::unclear},
      {"700 jobs", "745 jobs", Closeness::unclear},
      {"700 jobs", "9,000 jobs", Closeness::apart},
      {"12 ships", "13 ships", Closeness::apart},
      {"thousands of jobs", "4,000 jobs", Closeness::unclear},
      {"more than 5,000 jobs", "5,900 jobs", Closeness::unclear},
      {"2 tonnes", "2,000 kg", Closeness::same},
      {"-5%", "5%", Closeness::apart},
  };
  for (const ClosenessCase& c : cases) {
    const Figure a = read_figure(c.a).value();
    const Figure b = read_figure(c.b).value();
    EXPECT_EQ(closeness(a, b), c.closeness) << c.a << " and " << c.b;
    EXPECT_EQ(closeness(b, a), c.closeness) << c.b << " and " << c.a;
  }
}

struct Told {
  const char* story;  // "wire-1" and "wire-2" are near-copies
  const char* outlet;
  int day;  // 0: undated
  const char* text;
  const char* title = "";
};

std::string cluster_of(const std::string& id) {
  return id.substr(0, id.find('-'));
}

// "differ: Post 400 job; Wire 900 job" for each comparison, in the order of the claims;
// "" for nothing.
std::string standing(const std::vector<Told>& stories) {
  std::deque<Article> articles;
  std::map<std::string, const Article*> by_id;
  std::vector<Mention> mentions;
  for (const Told& told : stories) {
    Article& article = articles.emplace_back();
    article.id = told.story;
    article.title = told.title;
    article.text = told.text;
    article.figures = read_figures(article.text);
    by_id[article.id] = &article;
    for (std::size_t i = 0; i < article.figures.size(); ++i) {
      Mention mention{.story = article.id,
                      .place = i,
                      .figure = article.figures[i],
                      .day = {},
                      .outlet = told.outlet,
                      .sentence = articles.size() * 100 + i,
                      .in_sentence = 0,
                      .score = 0,
                      .match = {}};
      if (told.day != 0) mention.day = 20000 + told.day;
      mentions.push_back(std::move(mention));
    }
  }
  Stemmer stem;
  const ContextOf context_of = [&](const Mention& mention) {
    return claim_context(*by_id.at(mention.story), mention.place);
  };
  const auto claims = distinct_claims(std::move(mentions), stem, cluster_of, context_of);
  const auto comparisons = compare_claims(claims, cluster_of, context_of, stem);
  std::set<std::string> printed;
  for (const auto& comparison : comparisons) {
    if (!comparison) continue;
    std::string line;
    for (const auto& voice : comparison->voices) {
      const Mention& mention = claims[voice.claim].mentions[voice.mention];
      line +=
          (line.empty() ? ": " : "; ") + mention.outlet + " " + to_string(mention.figure);
    }
    line.insert(0, to_string(comparison->state));
    printed.insert(line);
  }
  std::string all;
  for (const std::string& line : printed) all += (all.empty() ? "" : " | ") + line;
  return all;
}

struct StandingCase {
  const char* what;
  std::vector<Told> stories;
  const char* standing;
};

void expect_standings(const std::vector<StandingCase>& cases) {
  for (const StandingCase& c : cases)
    EXPECT_EQ(standing(c.stories), c.standing) << c.what;
}

TEST(CompareClaims, AgreeWithinBoundAndRounding) {
  expect_standings({
      {"rounded, other words for work",
       {{"a", "Post", 1, "Harbour Works is cutting about 400 jobs."},
        {"b", "Wire", 2, "Harbour Works will eliminate 400 positions."}},
       "agree: Post about 400 job; Wire 400 position"},
      {"one outlet alone",
       {{"a", "Post", 1, "Harbour Works is cutting about 400 jobs."},
        {"b", "Post", 2, "Harbour Works will eliminate 400 positions."}},
       ""},
      {"copies of one wire story",
       {{"wire-1", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"wire-2", "Wire", 1, "Harbour Works is cutting 400 jobs."}},
       ""},
      {"two outlets in the same words",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Harbour Works is cutting 400 jobs."}},
       "agree: Post 400 job; Wire 400 job"},
      {"months apart",
       {{"a", "Post", 1, "Harbour Works is cutting about 400 jobs."},
        {"b", "Wire", 80, "Harbour Works is cutting 400 jobs."}},
       ""},
      {"people killed and people hurt",
       {{"a", "Post", 1, "The storm in Lorne County killed 14 people."},
        {"b", "Wire", 1, "The storm in Lorne County injured 14 people."}},
       ""},
      {"people killed",
       {{"a", "Post", 1, "The storm in Lorne County killed 14 people."},
        {"b", "Wire", 1, "In Lorne County 14 people were killed by the storm."}},
       "agree: Post 14 people; Wire 14 people"},
      {"people killed elsewhere",
       {{"a", "Post", 1, "The storm in Lorne County killed 14 people."},
        {"b", "Wire", 1, "A bus fire in Tarn killed 14 people."}},
       ""},
      {"shares of two kinds of people",
       {{"a", "Post", 1,
         "The poll for Lorne News found two-thirds of urban voters in favour."},
        {"b", "Wire", 2,
         "In the poll for Lorne News two-thirds of retired farmers were in favour."}},
       ""},
      {"a wind that eases",
       {{"a", "Post", 1, "The storm off Tarn had winds of 130 mph."},
        {"b", "Wire", 3, "The storm off Tarn had winds of 125 mph."}},
       ""},
      {"one of many",
       {{"a", "Post", 1, "Harbour Works shut one yard."},
        {"b", "Wire", 1, "Harbour Works shut one yard."}},
       ""},
      {"what it was before",
       {{"a", "Post", 1, "The stake of Harbour Works in Rowan grew from 5.25% to 9.75%."},
        {"b", "Wire", 1, "The stake of Harbour Works in Rowan stood at 5.25%."}},
       ""},
  });
}

TEST(CompareClaims, DifferOverOneEventOnly) {
  expect_standings({
      {"one deed of one subject, one thing not told",
       {{"a", "Post", 1, "Harbour Works lost $412 billion of market value on Monday."},
        {"b", "Wire", 1,
         "Harbour Works lost $405 billion in its worst day. Its market value fell."}},
       "differ: Post 412 billion USD; Wire 405 billion USD"},
      {"the same day",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Harbour Works is cutting 900 jobs."}},
       "differ: Post 400 job; Wire 900 job"},
      {"a part of it",
       {{"a", "Post", 1, "Harbour Works is cutting 400 design jobs."},
        {"b", "Wire", 1, "Harbour Works is cutting 900 jobs."}},
       ""},
      {"two subjects",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Rowan Mills is cutting 900 jobs."}},
       ""},
      {"one story gives both",
       {{"a", "Post", 1,
         "Harbour Works is cutting 400 jobs here. It is cutting 900 jobs in all."},
        {"b", "Wire", 1, "Harbour Works is cutting 900 jobs."}},
       "agree: Post 900 job; Wire 900 job"},
      {"what comes on top",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Harbour Works is cutting 900 more jobs."}},
       ""},
      {"two deeds",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Harbour Works employs 900 workers."}},
       ""},
      {"many times as much",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 1, "Harbour Works is cutting 9,000 jobs."}},
       ""},
      {"a death toll, the same names",
       {{"a", "Post", 1, "The quake near Tarn killed 26 people."},
        {"b", "Wire", 1, "The quake near Tarn killed 31 people."}},
       "differ: Post 26 people; Wire 31 people"},
      {"two places in a list",
       {{"a", "Post", 1, "The storm caused 26 deaths in Lorne and others in Tarn."},
        {"b", "Wire", 1, "The storm caused 31 deaths in Tarn."}},
       ""},
      {"deaths of one day",
       {{"a", "Post", 1, "The outbreak in Tarn caused 26 deaths."},
        {"b", "Wire", 1, "The outbreak in Tarn caused 31 deaths in the last 24 hours."}},
       ""},
      {"undated",
       {{"a", "Post", 0, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 0, "Harbour Works is cutting 900 jobs."}},
       ""},
      {"companies in general",
       {{"a", "Post", 1, "The company is cutting 400 jobs."},
        {"b", "Wire", 1, "The company is cutting 900 jobs."}},
       ""},
  });
}

TEST(CompareClaims, TellWhoRevisedItWhen) {
  expect_standings({
      {"two days later",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Post", 3, "Harbour Works is cutting 900 jobs."}},
       "revised: Post 400 job; Post 900 job"},
      {"a limit that was not reached",
       {{"a", "Post", 1, "Harbour Works plans to cut as many as 900 jobs."},
        {"b", "Wire", 2, "Harbour Works confirmed that it cuts 400 jobs."}},
       "revised: Post at most 900 job; Wire 400 job"},
      {"two rounds",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 90, "Harbour Works is cutting 900 jobs."}},
       ""},
      {"two rounds, the later story knows of the first",
       {{"a", "Post", 1, "Harbour Works is cutting 400 jobs."},
        {"b", "Wire", 90,
         "Harbour Works is cutting 900 jobs. It cut 400 jobs in spring."}},
       ""},
      {"told as a revision, months later",
       {{"a", "Post", 1, "Harbour Works plans capital expenditures of $40 billion."},
        {"b", "Wire", 90,
         "Harbour Works raised its plan for capital expenditures to $48 billion. It was "
         "$40 billion before."}},
       "revised: Post 40 billion USD; Wire 48 billion USD"},
      {"at least so many, then more",
       {{"a", "Post", 1, "The quake near Tarn killed at least 26 people."},
        {"b", "Wire", 2, "The quake near Tarn killed at least 33 people."}},
       "revised: Post at least 26 people; Wire at least 33 people"},
      {"a toll that is much lower is of another event",
       {{"a", "Post", 1, "The quake near Tarn killed 61 people."},
        {"b", "Wire", 3, "The quake near Tarn killed 26 people."}},
       ""},
      {"a toll that grows",
       {{"a", "Post", 1, "The quake near Tarn killed 26 people."},
        {"b", "Wire", 3, "The quake near Tarn killed 61 people."}},
       "revised: Post 26 people; Wire 61 people"},
  });
}

}  // namespace
}  // namespace broadsheet
