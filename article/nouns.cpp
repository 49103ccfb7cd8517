// Singulars by ending, with a table of the irregular ones that news counts.
#include "article/nouns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace broadsheet {
namespace {

constexpr auto irregular = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"men", "man"},
    {"women", "woman"},
    {"children", "child"},
    {"feet", "foot"},
    {"teeth", "tooth"},
    {"mice", "mouse"},
    {"lives", "life"},
    {"wives", "wife"},
    {"halves", "half"},
    {"knives", "knife"},
    {"thieves", "thief"},
    {"shelves", "shelf"},
    {"leaves", "leaf"},
    {"wolves", "wolf"},
    {"policemen", "policeman"},
    {"fishermen", "fisherman"},
    {"businessmen", "businessman"},
    {"gunmen", "gunman"},
    {"servicemen", "serviceman"},
    {"congressmen", "congressman"},
    {"criteria", "criterion"},
    {"phenomena", "phenomenon"},
    {"movies", "movie"},
    {"cookies", "cookie"},
    {"ties", "tie"},
    {"pies", "pie"},
    {"buses", "bus"},
    {"gases", "gas"},
    {"series", "series"},
    {"species", "species"},
    {"analyses", "analysis"},
    {"crises", "crisis"},
    {"viruses", "virus"},
    {"bonuses", "bonus"},
    {"campuses", "campus"},
    {"headquarters", "headquarters"},
    {"lens", "lens"},
    {"rookies", "rookie"},
    {"zombies", "zombie"},
    {"calories", "calorie"},
    {"selfies", "selfie"},
    {"houses", "house"},
    {"caches", "cache"},
    {"axes", "axe"},
    {"shoes", "shoe"},
    {"toes", "toe"},
    {"foes", "foe"},
    {"canoes", "canoe"},
    {"hoes", "hoe"},
    {"lenses", "lens"},
    {"spouses", "spouse"},
    {"headaches", "headache"},
});

std::string lower(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

bool is_acronym(std::string_view word) {
  int capitals = 0;
  for (const char c : word) capitals += c >= 'A' && c <= 'Z';
  return capitals >= 2;
}

}  // namespace

std::string singular_noun(std::string_view printed) {
  std::string word = is_acronym(printed) ? std::string(printed) : lower(printed);
  for (const auto& [plural, singular] : irregular) {
    if (word == plural) return std::string(singular);
  }
  const std::string_view view = word;
  if (view.size() < 3 || view.back() != 's' || view.ends_with("ss") ||
      view.ends_with("us") || view.ends_with("is")) {
    return word;
  }
  std::size_t cut = 1;
  if (view.ends_with("ies") && view.size() > 4) {
    word.resize(word.size() - 3);
    return word + "y";
  }
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"}) {
    if (view.ends_with(ending)) cut = 2;
  }
  word.resize(word.size() - cut);
  return word;
}

}  // namespace broadsheet
