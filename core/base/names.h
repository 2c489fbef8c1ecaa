#pragma once

#include <QString>

#include <array>

namespace icp {

/// The stable names under which the values of an enumeration 0, 1, 2 ... stand in files.
template <class Enum, std::size_t N>
struct Names {
    std::array<const char*, N> names;

    QString of(Enum value) const { return QString::fromLatin1(names[std::size_t(value)]); }
    Enum find(QStringView name, Enum otherwise) const {
        for (std::size_t i = 0; i < N; ++i)
            if (name == QLatin1String(names[i])) return Enum(i);
        return otherwise;
    }
};

}  // namespace icp
