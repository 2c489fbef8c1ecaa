#pragma once

#include "core/import/mapping.h"

#include <QString>

namespace icp::test {

inline constexpr std::size_t kindRows = 24;

/// A table written as "Header:kind | Header:kind". Kinds are t(ext), c(ategory), n(umber), m(oney),
/// p(ercent), d(ate), b(oolean), s(tage: won, lost, open), x (multi), e(mpty), or the levels of a category:
/// "Result:{Yes,No}".
Table tableOf(const QString& text);

/// The attribute a header was mapped to.
QString nameOf(const FileMapping& mapping, const Table& table, const QString& header);
/// The column mapped to an attribute; nullptr when there is none.
const MappedColumn* mappedAs(const FileMapping& mapping, const QString& name);

}  // namespace icp::test
