#pragma once

#include "core/workshop/contacts.h"
#include "core/workshop/persona.h"

#include <optional>
#include <vector>

namespace icp::ui {

/// The weakest place of a decision-making panel, worst kind first.
struct PanelGap {
    enum class Kind {
        NoPersona,    ///< a buying role nobody on the panel plays
        RarelyKnown,  ///< in fewer than half of the won accounts with contacts
        NotWritten    ///< cells that nobody filled in
    } kind;
    BuyingRole role;
    QString persona;    ///< id; empty for NoPersona
    Coverage coverage;  ///< RarelyKnown: of the role
    int empty = 0;      ///< NotWritten: cells
    int personas = 1;   ///< RarelyKnown: that play the role
    QString title() const;
    QString text() const;
};

/// `ofRole` in the order of `personas`, as roleCoverageOf() tells it, or empty: a role is there when anybody
/// who plays it is known. Nothing when every role is there, known and written.
std::optional<PanelGap> weakestPlace(const std::vector<Persona>& personas,
                                     const std::vector<Coverage>& ofRole);

}  // namespace icp::ui
