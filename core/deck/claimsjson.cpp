#include "core/deck/claimsjson.h"

#include "core/deck/agreementpages.h"
#include "core/deck/ratejson.h"

namespace icp {

std::vector<CheckedClaim> checkedClaims(const Workshop& workshop, const Dataset& dataset,
                                        const Study& study) {
    std::vector<CheckedClaim> checked;
    for (const Claim& claim : workshop.claims)
        checked.push_back({claim, checkClaim(dataset, study, claim.question)});
    return checked;
}

FindingsBeside besideOf(const Workshop& workshop, const Icp* icp, const Dataset& dataset,
                        const Study& study) {
    FindingsBeside beside;
    if (icp != nullptr) {
        beside.left = leftByFit(dataset, study, workshop, *icp);
        beside.leftThen = leftByVersions(dataset, study, workshop, *icp);
        beside.agreements = agreementsOf(workshop, *icp);
    }
    beside.claims = checkedClaims(workshop, dataset, study);
    return beside;
}

void writeClaims(JsonText& json, const std::vector<CheckedClaim>& claims) {
    json.key("claims").array([&] {
        for (const CheckedClaim& checked : claims)
            json.object([&] {
                const auto& [claim, check] = checked;
                const ClaimQuestion& question = claim.question;
                json.member("id", claim.id).member("statement", claim.statement);
                json.member("author", claim.author).member("evidence", claim.evidence);
                json.key("conditions").array([&] {
                    for (const Condition& condition : question.conditions)
                        json.object([&] { writeCondition(json, condition); });
                });
                json.member("metric", metricName(question.metric));
                json.member("direction", directionName(question.direction));
                json.key("baseline");
                question.baseline ? json.value(*question.baseline) : json.null();
                json.member("verdict", verdictName(check.verdict)).member("n", check.n);
                writeEstimate(json, "inside", check.inside);
                json.member("others", check.others).member("unknown", check.unknown);
                json.member("needed", check.needed);
                writeEstimate(json, "against", check.against);
                writeEstimate(json, "gap", check.gap);
                json.member("directional", check.directional).member("sentence", check.sentence);
            });
    });
}

}  // namespace icp
