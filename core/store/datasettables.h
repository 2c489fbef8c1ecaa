#pragma once

#include "core/base/job.h"
#include "core/base/names.h"
#include "core/store/database.h"
#include "core/store/filesharing.h"
#include "core/store/storeddataset.h"
#include "core/table/dataset.h"

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

namespace icp {

// How a Dataset stands in tables; resources/schema describes them. Both directions throw StoreFailure.

inline constexpr Names<DealState, 3> dealStateNames{{"open", "won", "lost"}};
inline constexpr Names<AccountState, 3> accountStateNames{{"unknown", "customer", "left"}};
inline constexpr Names<Severity, 3> severityNames{{"note", "warning", "rejected"}};

/// Checksum over the cells of an entity, in the order in which they are written and read (FNV-1a, 64 bit).
class Digest {
public:
    void add(std::string_view text) {
        add(std::uint64_t(text.size()));
        for (const char c : text) step(std::uint8_t(c));
    }
    void add(std::uint64_t value) {
        for (int shift = 0; shift < 64; shift += 8) step(std::uint8_t(value >> shift));
    }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value)); }
    void addMissing() { step(0xFF); }
    QString hex() const { return QStringLiteral("%1").arg(m_state, 16, 16, QLatin1Char('0')); }

private:
    void step(std::uint8_t byte) { m_state = (m_state ^ byte) * 0x100000001B3U; }
    std::uint64_t m_state = 0xCBF29CE484222325U;
};

/// Writes a dataset with the next number, of which nobody knows before its last row is written. The file is
/// shared as `sharing` says: in one transaction without it. Throws ErrorCode::Cancelled for a cancelled job.
void writeDataset(Database& database, const Dataset& dataset, const Job& job, const FileSharing& sharing);

/// Takes away what is there of a dataset that was never finished. In a transaction of its own.
void dropUnfinished(Database& database);
/// Takes the newest dataset away, which has this number.
void forgetDataset(Database& database, std::int64_t number);

/// A dataset by its number, 0 = the newest, checked so that every code, link and column in it exists; an
/// empty one when there is none.
std::shared_ptr<const Dataset> readDataset(Database& database, const Job& job, std::int64_t number = 0);

/// What is told of every dataset without reading it, newest first.
std::vector<StoredDataset> listDatasets(Database& database);

}  // namespace icp
