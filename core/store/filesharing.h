#pragma once

#include <functional>

namespace icp {

/// How a file is used by others while a large dataset is written into it: the writer, who owns it, gives way
/// when it is wanted. Both empty: it has the file to itself.
struct FileSharing {
    std::function<bool()> wanted;   ///< whether somebody waits; asked every millisecond or so
    std::function<void()> giveWay;  ///< others change the file, and have done so when it returns
};

}  // namespace icp
