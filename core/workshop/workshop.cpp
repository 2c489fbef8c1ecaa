#include "core/workshop/workshop.h"

#include <QUuid>

#include <algorithm>

namespace icp {

const Icp* Workshop::icp(QStringView idOrName) const {
    const auto named = [&](auto member) {
        const auto it =
            std::find_if(icps.begin(), icps.end(), [&](const Icp& icp) { return icp.*member == idOrName; });
        return it == icps.end() ? nullptr : &*it;
    };
    const Icp* byId = named(&Icp::id);
    return byId != nullptr ? byId : named(&Icp::name);
}

const Icp* Workshop::presented() const {
    const auto agreed = std::find_if(icps.begin(), icps.end(), [&](const Icp& icp) {
        return icp.agreed.isValid() ||
               std::any_of(versions.begin(), versions.end(),
                           [&](const IcpVersion& version) { return version.icp.id == icp.id; });
    });
    return agreed != icps.end() ? &*agreed : icps.empty() ? nullptr : &icps.front();
}

std::vector<Persona> Workshop::personasOf(QStringView icpId) const {
    std::vector<Persona> result;
    std::copy_if(personas.begin(), personas.end(), std::back_inserter(result),
                 [&](const Persona& persona) { return persona.icps.contains(icpId); });
    return result;
}

QString newId() {
    return QString::fromLatin1(QUuid::createUuid().toRfc4122().toBase64(QByteArray::Base64UrlEncoding |
                                                                        QByteArray::OmitTrailingEquals));
}

std::vector<Persona> emptyPanel(const QString& icpId) {
    constexpr std::array<int, buyingRoleCount> tiers{1, 1, 2, 3, 3, 2};
    std::vector<Persona> panel;
    for (int i = 0; i < buyingRoleCount; ++i) {
        Persona persona;
        persona.id = newId();
        persona.icps = QStringList{icpId};
        persona.role = BuyingRole(i);
        persona.tier = tiers[std::size_t(i)];
        panel.push_back(std::move(persona));
    }
    return panel;
}

}  // namespace icp
