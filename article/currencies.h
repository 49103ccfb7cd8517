// The money of the rest of the world, as data: what units.cpp does not already hold.
#pragma once

#include <span>

#include "article/units.h"

namespace broadsheet {

// Named by ISO code, the money of the past included; the code itself is a form.
std::span<const Unit> world_currencies();

}  // namespace broadsheet
