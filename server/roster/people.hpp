#pragma once

#include "server/model/volunteer.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kotobashi::roster {

// Who is known already, by what identifies a person: the number; name or kana with the date of birth; name
// with the telephone number. Full and half width, spaces and hyphens make no difference.
class people {
public:
  struct person {
    std::string number, name, kana, birth_date, phone;
  };
  static person of(const volunteer& one);
  static person of(const volunteer_fields& one);

  // `where` is how a report names the person: "line 5", "V004".
  void add(const person& one, const std::string& where);

  struct match {
    std::string where, because; // "the same name and date of birth"
    bool by_number = false;
  };
  std::optional<match> find(const person& one) const;
  // Somebody of the same name or kana whom nothing tells apart for sure: not the same person, but worth a
  // look.
  std::optional<std::string> namesake(const person& one) const;

private:
  struct known {
    std::string where, birth_date;
  };
  std::map<std::string, std::string> numbers_, birthdays_, phones_;
  std::multimap<std::string, known> names_;
};

} // namespace kotobashi::roster
