#pragma once

#include "server/model/instant.hpp"

#include <cstddef>
#include <functional>
#include <span>

// The outside world that the store depends on, so that tests can set it. Both may be called from any thread.
namespace kotobashi::store {

using clock = std::function<instant()>;
using chance = std::function<void(std::span<unsigned char>)>; // fills with unpredictable bytes

clock system_clock();
chance system_chance();

} // namespace kotobashi::store
