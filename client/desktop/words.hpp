#pragma once

#include "client/link/failure.hpp"
#include "client/model/center_model.hpp"
#include "server/model/json.hpp"

#include <QString>

#include <string_view>

// The model's words as people read them, in the interface's language: one table (words.cpp).
namespace kotobashi::desktop {

// "notice_state", "published" → "published" / 発信済み. A key that is not in the table stands as it is.
QString word(std::string_view group, std::string_view key);

template <class E>
QString wordOf(std::string_view group, E value) {
  return word(group, json::name_of(value));
}

// What people pick from: label and value of a topic, a language, an area.
QString labelIn(const client::labels& labels);
QString languageName(const client::center_model& model, const std::string& tag);
QString areaName(const client::center_model& model, const std::string& code);
QString topicName(const client::center_model& model, const std::string& id);
// What a notice is called in a list: its topic, or the first line of a free text.
QString noticeName(const client::center_model& model, const notice_view& of);
bool interfaceIsJapanese();

// What stands in place of a record where none is shown: `otherwise`, except where the account may not read
// such records at all.
QString emptyWords(client::loading state, const QString& otherwise);

// Why something did not happen, for people: each wrong field on a line of its own.
QString explain(const link::failure& why);

} // namespace kotobashi::desktop
