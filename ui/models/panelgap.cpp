#include "ui/models/panelgap.h"

#include "core/base/shown.h"
#include "core/deck/personaslide.h"

#include <QCoreApplication>

#include <algorithm>

namespace icp::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ui::PanelGap)
};

constexpr double rarely = 0.5;
constexpr double hardly = 0.2;

}  // namespace

std::optional<PanelGap> weakestPlace(const std::vector<Persona>& personas,
                                     const std::vector<Coverage>& coverage) {
    for (int role = 0; role < buyingRoleCount; ++role) {
        const auto plays = [&](const Persona& persona) { return persona.role == BuyingRole(role); };
        if (std::none_of(personas.begin(), personas.end(), plays))
            return PanelGap{PanelGap::Kind::NoPersona, BuyingRole(role), {}, {}};
    }
    std::optional<PanelGap> weakest;
    for (std::size_t i = 0; i < personas.size() && coverage.size() == personas.size(); ++i) {
        if (coverage[i].accounts == 0 || coverage[i].share() >= rarely) continue;
        if (!weakest || coverage[i].share() < weakest->coverage.share())
            weakest = PanelGap{PanelGap::Kind::RarelyKnown, personas[i].role, personas[i].id, coverage[i]};
    }
    if (weakest) return weakest;
    for (const Persona& persona : personas) {
        const int empty = personaFieldsNeeded - persona.filled();
        if (empty > (weakest ? weakest->empty : 0))
            weakest = PanelGap{PanelGap::Kind::NotWritten, persona.role, persona.id, {}, empty};
    }
    return weakest;
}

QString PanelGap::title() const {
    const QString name = roleTitle(role).toLower();
    if (kind == Kind::NoPersona || (kind == Kind::RarelyKnown && coverage.share() < hardly))
        return Words::tr("The %1 is missing").arg(name);
    if (kind == Kind::RarelyKnown) return Words::tr("The %1 is rarely known").arg(name);
    return Words::tr("The %1 has gaps").arg(name);
}

QString PanelGap::text() const {
    switch (kind) {
        case Kind::NoPersona:
            return Words::tr("Nobody on this panel plays the role. Somebody in the company does.");
        case Kind::RarelyKnown:
            return Words::tr("Known in only %1 of the won accounts that have contacts: %2 of %3.")
                .arg(percentText(coverage.share()), countText(coverage.known), countText(coverage.accounts));
        case Kind::NotWritten:
            return Words::tr("Nothing is written in %1 of %2 cells.").arg(empty).arg(personaFieldsNeeded);
    }
    return {};
}

}  // namespace icp::ui
