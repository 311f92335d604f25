#pragma once

#include "server/text/formatters.hpp"
#include "server/text/parameters.hpp"
#include "server/text/render.hpp"
#include "server/text/run_builder.hpp"
#include "server/text/wording.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kotobashi::words {

// Shows values in one language, in citation form, by the conventions of its pack.
class value_writer {
public:
  value_writer(const library& from, wording& words, formatters& with, const render_context& context)
      : from_(from), words_(words), in_(words.in()), with_(with), context_(context) {}

  void write(const parameter& of, const std::vector<given_value>& values, run_builder& to);

private:
  // Where one value goes: which parameter it belongs to, and the runs it is added to.
  struct target {
    const parameter& of;
    run_builder& to;
  };

  void write_one(const area_value& value, target out);
  void write_one(const place_value& value, target out);
  void write_one(instant value, target out);
  void write_one(const period_value& value, target out);
  void write_one(const number_value& value, target out);
  void write_one(const choice_value& value, target out);
  void write_one(const money_value& value, target out);
  void write_one(const contact_value& value, target out);
  void write_one(const language_value& value, target out);
  void write_one(const text_value& value, target out);

  // `number`: for the term's {n}.
  void write_term(std::string_view key, target out, std::string_view number = {});
  void write_named(const std::string& text, std::string_view language, target out);
  // Japanese stands where the reader's language should.
  void note_japanese(std::string_view text, target out);
  void write_japanese_name(const place& known, target out);
  void write_place(const place& known, target out);
  void write_center(target out);
  void write_ways(const std::string& phone, const std::string& url, const std::string& from,
                  const std::string& to, target out);

  const library& from_;
  wording& words_;
  const pack& in_;
  formatters& with_;
  const render_context& context_;
};

} // namespace kotobashi::words
