#pragma once

#include "server/store/tables.hpp"

// The roster (名簿). Outside a drill it is one; a drill works on a copy, made when it opens. Each function
// takes the drill whose copy is meant; an empty id means the roster itself.
namespace kotobashi::store {

// Somebody else of that roster has this number of the register.
bool is_number_taken(connection& db, const volunteer& person);
// The drill whose copy counts at this moment: the current activation if it is a drill's.
id<activation> roster_in_use(const std::optional<activation>& current);

// In order of the kana: a page, or everybody.
std::vector<volunteer> roster(connection& db, const id<activation>& drill, const page_wish& which);
std::vector<volunteer> whole_roster(connection& db, const id<activation>& drill);
// The person in that roster: themselves, or their copy.
std::optional<volunteer> person_in(connection& db, const id<activation>& drill, const id<volunteer>& person);

// `sort_key` orders people (text::sort_key of the kana, else of the name), made by `icu_version`.
void add_volunteer(unit_of_work& work, const volunteer& person, std::string_view sort_key,
                   std::string_view icu_version);
void save_volunteer(unit_of_work& work, const volunteer& person, std::string_view sort_key,
                    std::string_view icu_version);

void copy_roster(unit_of_work& work, const id<activation>& drill);
// Takes what identifies people out of a drill's copy: it has served.
void clear_copy(unit_of_work& work, const id<activation>& drill);

} // namespace kotobashi::store
