#pragma once

#include "core/base/plainnumber.h"
#include "core/table/bitmap.h"
#include "core/table/dictionary.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace icp {

enum class ColumnType {
    Text,      ///< ids, names, free text: no grouping makes sense
    Category,  ///< few distinct texts
    Number,
    Money,     ///< a number with a currency
    Percent,   ///< stored as a fraction: 12% is 0.12
    Date,      ///< days since 1970-01-01, the time of day as fraction; no time zone
    Boolean,   ///< codes 0 = no, 1 = yes
    Multi      ///< several texts in one cell, e.g. technologies
};

/// Stable lower-case name of a type ("category"), for files; and back (Text when unknown).
QString typeName(ColumnType type);
ColumnType typeFromName(QStringView name);

/// One typed, immutable column. Values of missing cells are 0, the missing mask tells. Cheap to copy: the data are
/// shared. Reading from many threads needs no lock.
class Column {
public:
    Column();  ///< an empty Text column

    static Column texts(std::vector<std::uint64_t> offsets, std::string bytes, Bitmap missing);
    static Column texts(const std::vector<std::string>& cells, Bitmap missing);
    static Column categories(std::vector<std::uint32_t> codes, Dictionary dictionary, Bitmap missing);
    static Column booleans(std::vector<std::uint32_t> codes, Bitmap missing);
    /// `type` is Number, Money, Percent or Date; `currency` an ISO code or symbol as found, for Money.
    static Column numbers(ColumnType type, std::vector<double> values, Bitmap missing, QString currency = {});
    /// The elements of row r are elements[offsets[r] .. offsets[r + 1]), codes into `dictionary`.
    static Column multi(std::vector<std::uint64_t> offsets, std::vector<std::uint32_t> elements, Dictionary dictionary,
                        Bitmap missing);

    ColumnType type() const { return m_type; }
    std::size_t size() const;
    const Bitmap& missing() const;
    bool isMissing(std::size_t row) const { return missing().test(row); }

    bool isNumeric() const;  ///< Number, Money, Percent, Date
    bool isCoded() const { return m_type == ColumnType::Category || m_type == ColumnType::Boolean; }

    /// Category and Boolean.
    std::span<const std::uint32_t> codes() const;
    /// Category, Boolean and Multi.
    const Dictionary& dictionary() const;
    /// Number, Money, Percent and Date.
    std::span<const double> numbers() const;
    const QString& currency() const;
    /// Text.
    std::string_view text(std::size_t row) const;
    /// Multi.
    std::span<const std::uint32_t> elements(std::size_t row) const;

    /// The cell as text for files: "." as decimal mark, ISO dates, "yes"/"no", "; " between elements, "" when missing.
    std::string display(std::size_t row) const;

private:
    struct Texts {
        std::vector<std::uint64_t> offsets;  // rows + 1
        std::string bytes;
    };
    struct Codes {
        std::vector<std::uint32_t> codes;
        Dictionary dictionary;
    };
    struct Numbers {
        std::vector<double> values;
        QString currency;
    };
    struct Elements {
        std::vector<std::uint64_t> offsets;  // rows + 1
        std::vector<std::uint32_t> codes;
        Dictionary dictionary;
    };
    struct Data {
        Bitmap missing;
        std::variant<Texts, Codes, Numbers, Elements> values;
    };
    Column(ColumnType type, Data data);

    ColumnType m_type = ColumnType::Text;
    std::shared_ptr<const Data> m_data;
};

/// ISO text of a Date value: "2024-05-20", with " 07:42" when it has a time of day.
std::string isoDate(double days);

}  // namespace icp
