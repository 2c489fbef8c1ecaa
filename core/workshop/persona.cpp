#include "core/workshop/persona.h"

#include "core/base/names.h"
#include "core/base/text.h"

#include <algorithm>

namespace icp {

namespace {

constexpr Names<BuyingRole, buyingRoleCount> roles{
    {"champion", "economic-buyer", "technical-check", "end-user", "adviser", "blocker"}};
constexpr Names<PersonaField, personaFieldCount> fieldNames{
    {"needs", "goals", "behaviours", "motivations", "values", "aspirations", "objections", "message"}};

/// Folded, in English, German, French, Spanish and Portuguese.
QLatin1String titlesOf(BuyingRole role) {
    switch (role) {
        case BuyingRole::Champion:
            return QLatin1String(
                "manager|head|lead|team leader|controller|supervisor|product owner|"
                "leiter|leiterin|teamleiter|teamleiterin|abteilungsleiter|abteilungsleiterin|"
                "responsable|chef|cheffe|controleur de gestion|jefe|jefa|encargado|encargada|"
                "gerente|coordinador|coordinadora|coordenador|coordenadora|gestor|gestora");
        case BuyingRole::EconomicBuyer:
            return QLatin1String(
                "ceo|cfo|coo|cro|cmo|chief|owner|founder|president|vp|svp|evp|vice president|director|"
                "managing director|general manager|"
                "geschaftsfuhrer|geschaftsfuhrerin|inhaber|inhaberin|vorstand|direktor|direktorin|"
                "bereichsleiter|bereichsleiterin|kaufmannischer leiter|kaufmannische leiterin|prokurist|"
                "directeur|directrice|pdg|daf|gerant|gerante|fondateur|fondatrice|"
                "directora|propietario|propietaria|dueno|duena|fundador|fundadora|presidente|"
                "diretor|diretora|dono|dona|proprietario|proprietaria");
        case BuyingRole::TechnicalCheck:
            return QLatin1String(
                "cto|cio|it|engineer|engineering|developer|architect|systems|system administrator|"
                "sysadmin|devops|data|integration|technical|technology|software|infrastructure|"
                "informatik|informatiker|informatikerin|entwickler|entwicklerin|systemadministrator|"
                "edv|technischer|technische|architekt|architektin|ingenieur|ingenieurin|"
                "informatique|developpeur|developpeuse|architecte|technique|si|dsi|"
                "sistemas|informatica|ingeniero|ingeniera|desarrollador|desarrolladora|tecnico|tecnica|"
                "ti|engenheiro|engenheira|desenvolvedor|desenvolvedora|arquiteto|arquiteta");
        case BuyingRole::EndUser:
            return QLatin1String(
                "analyst|specialist|accountant|bookkeeper|assistant|representative|clerk|associate|"
                "coordinator|administrator|executive assistant|officer|planner|operator|agent|"
                "sachbearbeiter|sachbearbeiterin|buchhalter|buchhalterin|mitarbeiter|mitarbeiterin|"
                "assistent|assistentin|referent|referentin|disponent|disponentin|"
                "comptable|assistante|charge|chargee|analyste|gestionnaire|employe|employee|"
                "analista|contable|asistente|especialista|auxiliar|contador|contadora|assistente");
        case BuyingRole::Adviser:
            return QLatin1String(
                "consultant|adviser|advisor|auditor|coach|external accountant|board member|"
                "berater|beraterin|wirtschaftsprufer|wirtschaftspruferin|steuerberater|steuerberaterin|"
                "beirat|conseiller|conseillere|consultante|expert comptable|auditeur|auditrice|"
                "consultor|consultora|asesor|asesora|auditora|assessor|assessora|conselheiro|conselheira");
        case BuyingRole::Blocker:
            return QLatin1String(
                "procurement|purchasing|buyer|legal|counsel|lawyer|security|ciso|compliance|privacy|"
                "data protection|risk|einkauf|einkaufer|einkauferin|recht|justiziar|justiziarin|"
                "datenschutz|datenschutzbeauftragter|datenschutzbeauftragte|informationssicherheit|"
                "betriebsrat|achats|acheteur|acheteuse|juridique|juriste|securite|dpo|conformite|"
                "compras|comprador|compradora|juridico|juridica|legales|seguridad|cumplimiento|"
                "seguranca|advogado|advogada|conformidade");
    }
    return {};
}

}  // namespace

QString roleName(BuyingRole role) { return roles.of(role); }
BuyingRole roleFromName(QStringView name) { return roles.find(name, BuyingRole::Champion); }
QString fieldName(PersonaField field) { return fieldNames.of(field); }

int Persona::filled() const {
    return int(std::count_if(fields.begin(), fields.end(),
                             [](const Entry& entry) { return !entry.text.trimmed().isEmpty(); }));
}

const QStringList& usualTitles(BuyingRole role) {
    static const auto titles = [] {
        std::array<QStringList, buyingRoleCount> lists;
        for (int i = 0; i < buyingRoleCount; ++i)
            lists[std::size_t(i)] = QString(titlesOf(BuyingRole(i))).split(u'|');
        return lists;
    }();
    return titles[std::size_t(role)];
}

bool titleHas(QStringView foldedTitle, const QStringList& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString& pattern) {
        for (qsizetype at = 0; !pattern.isEmpty() && (at = foldedTitle.indexOf(pattern, at)) >= 0; ++at) {
            const qsizetype end = at + pattern.size();
            if ((at == 0 || foldedTitle[at - 1] == u' ') &&
                (end == foldedTitle.size() || foldedTitle[end] == u' '))
                return true;
        }
        return false;
    });
}

std::optional<BuyingRole> roleOfTitle(QStringView title) {
    // What a department checks says more than rank: "Head of Procurement" is no champion, "IT director" no
    // buyer.
    constexpr std::array specificFirst{BuyingRole::Blocker,        BuyingRole::Adviser,
                                       BuyingRole::TechnicalCheck, BuyingRole::EconomicBuyer,
                                       BuyingRole::Champion,       BuyingRole::EndUser};
    const QString name = folded(title);
    for (const BuyingRole role : specificFirst)
        if (titleHas(name, usualTitles(role))) return role;
    return std::nullopt;
}

}  // namespace icp
