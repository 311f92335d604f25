#pragma once

#include "server/api/services.hpp"
#include "server/model/notice.hpp"
#include "server/model/translation.hpp"
#include "server/store/engine/unit_of_work.hpp"

#include <string>
#include <string_view>
#include <vector>

// Between notices and translations: what of a notice no template has, and what becomes of it. All of this
// runs in the writer's transaction of whatever asks for it.
namespace kotobashi::api {

// Does the editor keep this language back?
bool is_left_out(const notice& one, const language_tag& language);

// Gives the current revision's texts what is translated already, as drafted or checked as that is.
void use_translations(const services& of, store::unit_of_work& work, const notice& one);
// The notice is out: each language that waits for a text gets a record to translate, unless there is one.
void ask_for_translations(const services& of, store::unit_of_work& work, const id<account>& who,
                          const notice& one);
// A translation says something new: its lines are remembered, and notices that are out show it.
void put_out(const services& of, store::unit_of_work& work, const id<account>& who, const translation& now,
             const std::string& said_before);
// This revision does not count any more: whoever saw its unfinished translations is told to look again.
void drop_translations(store::unit_of_work& work, const id<account>& who, const notice& one);
// Whoever is gone translates nothing.
void give_back_claims(store::unit_of_work& work, const id<account>& who);

// Similar lines that were translated before, at most three a line of the source, 70 percent and more.
std::vector<memory_offer> offers_for(store::connection& db, const translation& one);

} // namespace kotobashi::api
