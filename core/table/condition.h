#pragma once

#include "core/table/dataset.h"

#include <QStringList>

#include <limits>

namespace icp {

/// One condition on one attribute, as a plain value: used by segments, criteria and filters alike.
struct Condition {
    enum class Op {
        In,       ///< the level is one of `values` (category, boolean "yes"/"no", text)
        NotIn,    ///< known and not one of `values`
        Range,    ///< low <= value < high (number, money, percent, date); infinities leave a side open
        Has,      ///< a multi-valued cell holds at least one of `values`
        HasNot,   ///< a multi-valued cell is known and holds none of `values`
        Missing,  ///< the cell is empty
    };
    QString attribute;  ///< Attribute::name
    Op op = Op::In;
    QStringList values;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Three-valued answer over rows: a row is in `yes`, or in `unknown` (cell missing, or no linked row), or in
/// neither.
struct Match {
    Bitmap yes;
    Bitmap unknown;
};

/// Evaluates `condition` over the rows of `unit` (Account or Deal).
/// An attribute of the unit itself is read directly; an account's attribute reaches a deal through its link;
/// an attribute of deals, contacts or usage reaches an account when any of its rows matches, and is unknown
/// when none is known. A condition on an attribute the dataset does not have is unknown everywhere.
Match evaluate(const Condition& condition, const Dataset& dataset, Entity unit);

/// Those of `units`, rows of `unit`, that meet all conditions.
Bitmap meeting(const std::vector<Condition>& conditions, const Dataset& dataset, Entity unit, Bitmap units);
/// Of all rows of `unit`, those that meet all conditions.
Bitmap meeting(const std::vector<Condition>& conditions, const Dataset& dataset, Entity unit);

/// Whether it is known of a deal only, so that no account as such can meet it.
bool isOfDeals(const Condition& condition, const Dataset& dataset);

QString opName(Condition::Op op);  ///< "in", "not-in", "range", "has", "has-not", "missing"
Condition::Op opFromName(QStringView name);

}  // namespace icp
