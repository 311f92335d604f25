#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

// What the benches share. `kotobashi-bench NAME --key value …` calls one of the functions at the end, which
// prints its figures on standard output as one JSON object.
namespace kotobashi::bench {

// Options of the command line. A missing one without a default, or a number that is none, ends the program
// with one line.
class options {
public:
  options(int count, const char* const* words);
  std::string get(const std::string& key) const;
  std::string get(const std::string& key, const std::string& otherwise) const;
  std::int64_t number(const std::string& key, std::int64_t otherwise) const;

private:
  std::map<std::string, std::string> values_;
};

using figure = std::pair<std::string_view, double>;
void print(std::initializer_list<figure> figures);

// Nanoseconds of processor time that all threads of a process had so far; 0 where there is no such process.
std::int64_t cpu_time(std::int64_t process);

int sync_time(const options& given); // fdatasync of 4 KiB appends
int schema(const options& given);    // the SQL of every migration, for the peer's database
int seed(const options& given);      // a large center whose server was killed
int start(const options& given);     // a server's start, to its first answer
int load(const options& given);      // all packs, as the server does at its start
int memory(const options& given);    // lookups in a large translation memory
int render(const options& given);    // a notice in all languages, against ICU alone
int fanout(const options& given);    // a message to thousands of listeners
int claims(const options& given);    // claims over HTTP

} // namespace kotobashi::bench
