#include "server/text/langpack/arb_editor.hpp"

#include "server/text/toml_reader.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace kotobashi::langpack {

namespace js = boost::json;
namespace fs = std::filesystem;

namespace {
void write(const js::value& value, std::size_t level, std::string& to);

void new_line(std::size_t level, std::string& to) {
  to += '\n';
  to.append(level * 2, ' ');
}

void write_object(const js::object& object, std::size_t level, std::string& to) {
  to += '{';
  for (const auto& [key, value] : object) {
    if (to.back() != '{') to += ',';
    new_line(level + 1, to);
    to += js::serialize(key) + ": ";
    write(value, level + 1, to);
  }
  if (!object.empty()) new_line(level, to);
  to += '}';
}

void write_array(const js::array& array, std::size_t level, std::string& to) {
  to += '[';
  for (const auto& each : array) {
    if (&each != array.data()) to += ',';
    new_line(level + 1, to);
    write(each, level + 1, to);
  }
  if (!array.empty()) new_line(level, to);
  to += ']';
}

void write(const js::value& value, std::size_t level, std::string& to) {
  if (const auto* object = value.if_object())
    write_object(*object, level, to);
  else if (const auto* array = value.if_array())
    write_array(*array, level, to);
  else
    to += js::serialize(value);
}

void write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    auto written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category());
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(to) != 0) throw std::system_error(errno, std::generic_category());
}

// mkstemp gives a file that nobody else may read.
void set_mode(int of, const fs::path& like) {
  struct stat known {};
  mode_t mode = 0644;
  if (::stat(like.c_str(), &known) == 0) mode = known.st_mode & 07777;
  if (::fchmod(of, mode) != 0) throw std::system_error(errno, std::generic_category());
}
} // namespace

arb_editor::arb_editor(fs::path file, std::string_view locale) : file_(std::move(file)) {
  if (!fs::exists(file_)) {
    members_.emplace_back("@@locale", js::value(js::string_view(locale)));
    return;
  }
  std::vector<words::problem> found;
  auto bytes = words::read_file(file_, found);
  if (!bytes) throw std::runtime_error(to_string(found.front()));
  js::error_code failed;
  auto value = js::parse(*bytes, failed);
  if (failed || !value.is_object())
    throw std::runtime_error(file_.string() + ": expected an object of texts");
  for (auto& each : value.get_object()) members_.emplace_back(each.key(), std::move(each.value()));
}

std::size_t arb_editor::position(std::string_view key) const {
  auto found =
      std::ranges::find(members_, key, [](const auto& each) { return std::string_view(each.first); });
  return static_cast<std::size_t>(found - members_.begin());
}

void arb_editor::set_text(std::string_view key, std::string_view text, std::string_view before) {
  js::value value(js::string_view(text.data(), text.size()));
  if (auto at = position(key); at != members_.size()) {
    members_[at].second = std::move(value);
    return;
  }
  auto at = position(before);
  if (at != members_.size()) ++at;
  if (at != members_.size() && members_[at].first == "@" + std::string(before)) ++at;
  members_.emplace(members_.begin() + static_cast<std::ptrdiff_t>(at), std::string(key), std::move(value));
}

js::object& arb_editor::about(std::string_view key) {
  auto name = "@" + std::string(key);
  auto at = position(name);
  if (at == members_.size()) {
    at = position(key) + 1;
    members_.emplace(members_.begin() + static_cast<std::ptrdiff_t>(at), name, js::object());
  }
  return members_[at].second.as_object();
}

std::string arb_editor::bytes() const {
  js::object all;
  all.reserve(members_.size());
  for (const auto& [key, value] : members_) all.emplace(key, value);
  std::string out;
  write_object(all, 0, out);
  return out + '\n';
}

void write_atomically(const fs::path& file, std::string_view bytes) {
  auto beside = file.string() + ".XXXXXX";
  int to = ::mkstemp(beside.data());
  if (to < 0) throw std::system_error(errno, std::generic_category(), file.string());
  try {
    set_mode(to, file);
    write_all(to, bytes);
    if (::rename(beside.c_str(), file.c_str()) != 0) throw std::system_error(errno, std::generic_category());
  } catch (const std::system_error& failed) {
    ::close(to);
    ::unlink(beside.c_str());
    throw std::system_error(failed.code(), file.string());
  }
  ::close(to);
}

} // namespace kotobashi::langpack
