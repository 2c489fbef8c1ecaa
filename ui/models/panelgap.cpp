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
                                     const std::vector<Coverage>& ofRole) {
    for (int role = 0; role < buyingRoleCount; ++role) {
        const auto plays = [&](const Persona& persona) { return persona.role == BuyingRole(role); };
        if (std::none_of(personas.begin(), personas.end(), plays))
            return PanelGap{PanelGap::Kind::NoPersona, BuyingRole(role), {}, {}};
    }
    std::optional<PanelGap> weakest;
    for (std::size_t i = 0; i < personas.size() && ofRole.size() == personas.size(); ++i) {
        if (ofRole[i].accounts == 0 || ofRole[i].share() >= rarely) continue;
        if (!weakest || ofRole[i].share() < weakest->coverage.share())
            weakest = PanelGap{PanelGap::Kind::RarelyKnown, personas[i].role, personas[i].id, ofRole[i]};
    }
    if (weakest)
        weakest->personas = int(std::count_if(personas.begin(), personas.end(), [&](const Persona& persona) {
            return persona.role == weakest->role;
        }));
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
            if (personas > 1)
                return Words::tr(
                           "Its %1 personas together are known in only %2 of the won accounts that have "
                           "contacts: %3 of %4.")
                    .arg(countText(personas), percentText(coverage.share()), countText(coverage.known),
                         countText(coverage.accounts));
            return Words::tr("Known in only %1 of the won accounts that have contacts: %2 of %3.")
                .arg(percentText(coverage.share()), countText(coverage.known), countText(coverage.accounts));
        case Kind::NotWritten:
            return Words::tr("Nothing is written in %1 of %2 cells.").arg(empty).arg(personaFieldsNeeded);
    }
    return {};
}

}  // namespace icp::ui
