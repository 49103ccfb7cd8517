// The little English morphology figures need: number of nouns.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet {

// "companies" ==> "company", "people" ==> "people", "Roles" ==> "role". Lower case,
// except names in capitals ("GPUs" ==> "GPU").
std::string singular_noun(std::string_view word);

}  // namespace broadsheet
