#pragma once

#include "core/typing/columnstore.h"
#include "core/typing/typeevidence.h"

namespace icp {

/// How the column that `store` has become got its type, for people.
TypeEvidence evidenceOf(const ColumnStore& store, const Column& column);

/// A count in words: "1,214". The same in every locale, because it goes into files as well.
QString counted(qint64 count);

}  // namespace icp
