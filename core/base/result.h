#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace icp {

/// Either a value or an Error. No exception crosses a room.
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::InputUnusable, tr("..."));`
inline tl::unexpected<Error> fail(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace icp
