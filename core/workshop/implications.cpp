#include "core/workshop/implications.h"

#include "core/base/names.h"
#include "core/workshop/workshop.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Implications)
};

constexpr Names<PracticeVerdict, practiceVerdictCount> verdicts{{"open", "keep", "change", "stop"}};
constexpr Names<Prompt, promptCount> prompts{{"problems", "services", "roadmap"}};

/// Where a department stands among others: known ones in their order, then others by name, none last.
std::tuple<int, qsizetype, QString> placeOf(const QString& department, const QStringList& known) {
    if (department.isEmpty()) return {2, 0, {}};
    const qsizetype place = known.indexOf(department);
    return place >= 0 ? std::tuple(0, place, QString()) : std::tuple(1, qsizetype(0), department);
}

template <class Value>
std::vector<Value> ofIcp(const std::vector<Value>& all, QStringView icp) {
    std::vector<Value> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result),
                 [&](const Value& value) { return value.icp == icp; });
    return result;
}

}  // namespace

QString practiceVerdictName(PracticeVerdict verdict) { return verdicts.of(verdict); }
PracticeVerdict practiceVerdictFromName(QStringView name) {
    return verdicts.find(name, PracticeVerdict::Open);
}

QString practiceVerdictTitle(PracticeVerdict verdict) {
    switch (verdict) {
        case PracticeVerdict::Keep:
            return Words::tr("Keep");
        case PracticeVerdict::Change:
            return Words::tr("Change");
        case PracticeVerdict::Stop:
            return Words::tr("Stop");
        case PracticeVerdict::Open:
            break;
    }
    return Words::tr("Open");
}

QString promptName(Prompt prompt) { return prompts.of(prompt); }

QString promptQuestion(Prompt prompt) {
    switch (prompt) {
        case Prompt::Problems:
            return Words::tr("Which problems do we solve for them?");
        case Prompt::Services:
            return Words::tr("How do our services meet their needs?");
        case Prompt::Roadmap:
            break;
    }
    return Words::tr("What does it mean for the roadmap?");
}

QString answerTo(const std::vector<PromptAnswer>& answers, QStringView icp, Prompt prompt) {
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const PromptAnswer& answer) {
        return answer.icp == icp && answer.prompt == prompt;
    });
    return found == answers.end() ? QString() : found->text;
}

QJsonObject toJson(const Action& action) {
    QJsonObject json{{"id", action.id},       {"icp", action.icp},
                     {"text", action.text},   {"department", action.department},
                     {"owner", action.owner}, {"done", action.done}};
    if (action.due.isValid()) json["due"] = action.due.toString(Qt::ISODate);
    if (!action.criterion.isEmpty()) json["criterion"] = action.criterion;
    return json;
}

Action actionFromJson(const QJsonObject& json) {
    Action action;
    action.id = json["id"].toString();
    action.icp = json["icp"].toString();
    action.text = json["text"].toString();
    action.department = json["department"].toString();
    action.owner = json["owner"].toString();
    action.due = QDate::fromString(json["due"].toString(), Qt::ISODate);
    action.done = json["done"].toBool();
    action.criterion = json["criterion"].toString();
    return action;
}

QJsonObject toJson(const Practice& practice) {
    return {{"id", practice.id},
            {"icp", practice.icp},
            {"text", practice.text},
            {"department", practice.department},
            {"verdict", practiceVerdictName(practice.verdict)},
            {"reason", practice.reason}};
}

Practice practiceFromJson(const QJsonObject& json) {
    return {json["id"].toString(),
            json["icp"].toString(),
            json["text"].toString(),
            json["department"].toString(),
            practiceVerdictFromName(json["verdict"].toString()),
            json["reason"].toString()};
}

QJsonObject toJson(const PromptAnswer& answer) {
    return {
        {"id", answer.id}, {"icp", answer.icp}, {"prompt", promptName(answer.prompt)}, {"text", answer.text}};
}

PromptAnswer promptAnswerFromJson(const QJsonObject& json) {
    return {json["id"].toString(), json["icp"].toString(),
            prompts.find(json["prompt"].toString(), Prompt::Problems), json["text"].toString()};
}

QJsonObject toJson(const ResearchItem& item) {
    return {{"id", item.id},           {"icp", item.icp},       {"account", toJson(item.account)},
            {"company", item.company}, {"author", item.author}, {"reason", item.reason},
            {"answer", item.answer}};
}

ResearchItem researchItemFromJson(const QJsonObject& json) {
    return {
        json["id"].toString(),      json["icp"].toString(),    accountKeyFromJson(json["account"].toObject()),
        json["company"].toString(), json["author"].toString(), json["reason"].toString(),
        json["answer"].toString()};
}

QStringList departmentsOf(const Workshop& workshop) {
    if (!workshop.settings.departments.isEmpty()) return workshop.settings.departments;
    return {Words::tr("Product"),          Words::tr("Sales"),   Words::tr("Marketing"),
            Words::tr("Customer success"), Words::tr("Finance"), Words::tr("Executives")};
}

int Implications::answered() const {
    return int(std::count_if(answers.begin(), answers.end(),
                             [](const QString& answer) { return !answer.isEmpty(); }));
}

bool Implications::isEmpty() const {
    return actions.empty() && practices.empty() && research.empty() && answered() == 0;
}

Implications implicationsOf(const Workshop& workshop, QStringView icp) {
    const QStringList departments = departmentsOf(workshop);
    Implications result;
    result.actions = ofIcp(workshop.actions, icp);
    std::stable_sort(result.actions.begin(), result.actions.end(), [&](const Action& a, const Action& b) {
        const auto place = [&](const Action& action) {
            return std::tuple(placeOf(action.department, departments), !action.due.isValid(), action.due);
        };
        return place(a) < place(b);
    });
    result.practices = ofIcp(workshop.practices, icp);
    std::stable_sort(result.practices.begin(), result.practices.end(),
                     [&](const Practice& a, const Practice& b) {
                         return placeOf(a.department, departments) < placeOf(b.department, departments);
                     });
    for (int i = 0; i < promptCount; ++i)
        result.answers[std::size_t(i)] = answerTo(workshop.answers, icp, Prompt(i));
    result.research = ofIcp(workshop.research, icp);
    std::stable_partition(result.research.begin(), result.research.end(),
                          [](const ResearchItem& item) { return item.isOpen(); });
    return result;
}

}  // namespace icp
