#pragma once

#include "server/store/tables.hpp"

namespace kotobashi::store {

std::vector<inquiry> inquiries(connection& db, const id<activation>& of, const page_wish& which);
std::vector<answer> answers_of(connection& db, const id<inquiry>& of);

} // namespace kotobashi::store
