#include "server/web/assets.hpp"

#include "server/web/embedded.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

namespace kotobashi::web {

namespace {
constexpr std::string_view folder = "static/";

std::string_view type_of(std::string_view name) {
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  if (name.ends_with(".svg")) return "image/svg+xml";
  throw std::logic_error("no content type for " + std::string(name));
}

std::string hashed_name(const embedded_file& file) {
  std::string_view name = file.name.substr(folder.size());
  auto dot = name.rfind('.');
  return std::string(name.substr(0, dot)) + "-" + std::string(file.hash) + std::string(name.substr(dot));
}

struct shelf {
  std::vector<asset> all;
  std::map<std::string, std::string, std::less<>> urls;
};

const shelf& filled_shelf() {
  static const shelf filled = [] {
    shelf out;
    for (const embedded_file& file : embedded_files()) {
      if (!file.name.starts_with(folder)) continue;
      out.all.push_back({hashed_name(file), type_of(file.name), file.bytes()});
      out.urls.emplace(file.name.substr(folder.size()), "/assets/" + out.all.back().name);
    }
    return out;
  }();
  return filled;
}
} // namespace

std::string_view embedded(std::string_view name) {
  auto found = std::ranges::find(embedded_files(), name, &embedded_file::name);
  if (found == embedded_files().end()) throw std::logic_error("not built in: " + std::string(name));
  return found->bytes();
}

std::span<const asset> assets() {
  return filled_shelf().all;
}

const asset* find_asset(std::string_view name) {
  auto found = std::ranges::find(filled_shelf().all, name, &asset::name);
  return found == filled_shelf().all.end() ? nullptr : &*found;
}

const std::string& asset_url(std::string_view file) {
  auto found = filled_shelf().urls.find(file);
  if (found == filled_shelf().urls.end()) throw std::logic_error("no asset " + std::string(file));
  return found->second;
}

} // namespace kotobashi::web
