#pragma once

#include "server/api/services.hpp"
#include "server/model/account.hpp"
#include "server/store/engine/unit_of_work.hpp"

namespace kotobashi::api {

// Wordings of a language were accepted: notices that are out and waited for them in that language alone say
// it now, as later translations of free text do. What the editor left out stays so. In the writer's
// transaction, after use_wordings().
void put_out_wordings(const services& of, store::unit_of_work& work, const id<account>& who,
                      const language_tag& language);

} // namespace kotobashi::api
