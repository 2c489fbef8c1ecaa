#include "core/store/openings.h"
#include "tests/support/core/randomicp.h"
#include "tests/support/core/workshopedits.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace icp;
using namespace icp::test;

class TestJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKindIsKept();
    void whatWasSeenStaysSeen();
    void sameQuestionIsOneLook();
    void undoBackToTheStartAndRedo();
    void randomWalk();
    void undoIsRememberedAcrossClosing();
    void severalChangesAreOneStep();
    void newChangeDropsRedo();
    void positionsMoveAndComeBack();
    void nothingChangedIsNothingWritten();
    void goingOnIsOneStep();
    void goingOnNeedsTheNewestStep();
    void nonsenseIsRefused();
    void journalKeepsEverything();

private:
    void open() { m_file = expectValue(WorkshopFile::open(m_path)); }
    void apply(Change change) { QCOMPARE(failure(m_file->apply(std::move(change))), QString()); }
    static Change looking(const QString& id, QDate sealed) {
        Change change;
        change.entity = QStringLiteral("opening");
        change.id = id;
        change.after = toJson(SealOpening{id, QStringLiteral("f"), sealed, QStringLiteral("Won or lost")});
        change.text = QStringLiteral("Open the seal");
        return change;
    }
    void company(const QString& name, Step place) {
        Settings settings = m_file->workshop().settings;
        settings.company = name;
        Change change;
        change.entity = change.id = QStringLiteral("settings");
        change.after = toJson(settings);
        change.text = QStringLiteral("Name the company");
        QCOMPARE(failure(m_file->apply({change}, place)), QString());
    }
    QString named() const { return m_file->workshop().settings.company; }
    QStringList names() const {
        QStringList result;
        for (const Icp& icp : m_file->workshop().icps) result << icp.name;
        return result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<WorkshopFile> m_file;
};

void TestJournal::init() {
    m_file.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("w.icpw"));
    Settings settings;
    settings.company = QStringLiteral("Quillbridge");
    m_file = expectValue(WorkshopFile::create(m_path, settings));
}

void TestJournal::everyKindIsKept() {
    QRandomGenerator random(2);
    apply(putting(randomIcp(random, 8)));
    for (const Persona& persona : emptyPanel(m_file->workshop().icps.front().id)) {
        Change change;
        change.entity = QStringLiteral("persona");
        change.id = persona.id;
        change.after = toJson(persona);
        apply(change);
    }
    Change pin;
    pin.entity = QStringLiteral("pin");
    pin.id = QStringLiteral("p1");
    pin.after =
        toJson(Pin{pin.id, QStringLiteral("A7"), Pin::List::Best, true, QStringLiteral("refers others")});
    apply(pin);
    Change market;
    market.entity = QStringLiteral("market");
    market.id = QStringLiteral("m1");
    const MarketMix mix{market.id,
                        QStringLiteral("account.country"),
                        {{QStringLiteral("UK"), 0.31}, {QStringLiteral("France"), 0.2}},
                        QStringLiteral("Census 2024"),
                        QDate(2024, 5, 1)};
    market.after = toJson(mix);
    apply(market);
    apply(looking(QStringLiteral("o1"), QDate(2025, 1, 1)));
    Settings settings = m_file->workshop().settings;
    settings.title = QStringLiteral("Autumn");
    settings.outcome = QStringLiteral("blend");
    settings.blend = {{QStringLiteral("value"), 60, QStringLiteral("account.acv")},
                      {QStringLiteral("growth"), 40, {}}};
    Change change;
    change.entity = QStringLiteral("settings");
    change.after = toJson(settings);
    apply(change);

    const QByteArray before = written(m_file->workshop());
    open();
    QCOMPARE(written(m_file->workshop()), before);
    QCOMPARE(m_file->workshop().personas.size(), std::size_t(6));
    QCOMPARE(m_file->workshop().settings.company, QStringLiteral("Quillbridge"));
    QCOMPARE(m_file->workshop().settings.title, QStringLiteral("Autumn"));
    QCOMPARE(m_file->workshop().pins.front().reason, QStringLiteral("refers others"));
    QCOMPARE(m_file->workshop().markets, std::vector<MarketMix>{mix});
    QCOMPARE(m_file->workshop().openings.front().question, QStringLiteral("Won or lost"));
    QCOMPARE(m_file->workshop().settings.blend, settings.blend);
}

void TestJournal::whatWasSeenStaysSeen() {
    const QDate sealed(2025, 1, 1);
    apply(looking(QStringLiteral("o1"), sealed));
    apply(looking(QStringLiteral("o2"), sealed));
    const auto opened = [&](const QString& fingerprint) {
        return openingsOf(m_file->journal(), fingerprint);
    };
    QCOMPARE(opened(QStringLiteral("f")), 2);
    QCOMPARE(opened(QStringLiteral("g")), 0);  // other data
    for (int i = 0; i < 2; ++i) QCOMPARE(failure(m_file->undo()), QString());
    QVERIFY(m_file->workshop().openings.empty());
    QCOMPARE(opened(QStringLiteral("f")), 2);
    for (int i = 0; i < 2; ++i) QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(opened(QStringLiteral("f")), 2);
}

void TestJournal::sameQuestionIsOneLook() {
    const auto look = [](const char* question) {
        return SealOpening{{}, QStringLiteral("f"), QDate(2025, 1, 1), QString::fromLatin1(question)};
    };
    const auto record = [&](const char* question) {
        const std::optional<Change> change = recorded(m_file->journal(), look(question));
        if (change) apply(*change);
        return change.has_value();
    };
    QVERIFY(record("won by deal"));
    QVERIFY(!record("won by deal"));
    {
        // Mended data are searched anew: another question, whatever the order of decisions.
        Decisions taken;
        taken.declined = {{"d"}};
        QCOMPARE(sealedQuestion(QStringLiteral("won by deal"), taken), QStringLiteral("won by deal"));
        taken.uses = {{"deal.x_rating", AttributeUse::Feature}, {"deal.x_mood", AttributeUse::Feature}};
        const QString mended = sealedQuestion(QStringLiteral("won by deal"), taken);
        SealOpening again = look("won by deal");
        const int before = otherOpenings(m_file->journal(), again);
        again.question = mended;
        QCOMPARE(otherOpenings(m_file->journal(), again), before + 1);
        std::swap(taken.uses[0], taken.uses[1]);
        taken.declined.clear();
        QCOMPARE(sealedQuestion(QStringLiteral("won by deal"), taken), mended);
        taken.uses.pop_back();
        QVERIFY(sealedQuestion(QStringLiteral("won by deal"), taken) != mended);
    }
    QCOMPARE(otherOpenings(m_file->journal(), look("won by deal")), 0);
    QCOMPARE(otherOpenings(m_file->journal(), look("won by first-deal")), 1);
    QVERIFY(record("won by first-deal"));
    QCOMPARE(otherOpenings(m_file->journal(), look("won by deal")), 1);
    QCOMPARE(openingsOf(m_file->journal(), QStringLiteral("f")), 2);
    // What was undone was seen, so asking it again is no new look.
    QCOMPARE(failure(m_file->undo()), QString());
    QVERIFY(!record("won by first-deal"));
    open();
    QCOMPARE(openingsOf(m_file->journal(), QStringLiteral("f")), 2);
}

void TestJournal::undoBackToTheStartAndRedo() {
    std::vector<QByteArray> states{written(m_file->workshop())};
    QVERIFY(!m_file->canUndo());
    QVERIFY(!m_file->canRedo());
    for (int i = 0; i < 5; ++i) {
        apply(putting(namedIcp(QString::number(i % 3), QStringLiteral("name %1").arg(i)),
                      QStringLiteral("Step %1").arg(i)));
        states.push_back(written(m_file->workshop()));
        QCOMPARE(m_file->undoText(), QStringLiteral("Step %1").arg(i));
    }
    for (int i = 4; i >= 0; --i) {
        QVERIFY(m_file->canUndo());
        QCOMPARE(failure(m_file->undo()), QString());
        QCOMPARE(written(m_file->workshop()), states[std::size_t(i)]);
        QCOMPARE(m_file->redoText(), QStringLiteral("Step %1").arg(i));
    }
    QVERIFY(!m_file->canUndo());
    QCOMPARE(failure(m_file->undo()), QString());  // nothing left: nothing happens
    for (std::size_t i = 1; i < states.size(); ++i) {
        QCOMPARE(failure(m_file->redo()), QString());
        QCOMPARE(written(m_file->workshop()), states[i]);
    }
    QVERIFY(!m_file->canRedo());
}

/// Against a list of states and a finger on it, through changes, undo, redo, closing and opening.
void TestJournal::randomWalk() {
    QRandomGenerator random(77);
    std::vector<QByteArray> states{written(m_file->workshop())};
    std::size_t at = 0;
    for (int i = 0; i < 250; ++i) {
        const int dice = random.bounded(10);
        if (dice < 5) {
            Change change;
            change.entity = QStringLiteral("icp");
            change.id = QString::number(random.bounded(6));
            change.position = random.bounded(8) - 1;
            if (random.bounded(4) != 0) change.after = toJson(randomIcp(random, random.bounded(4)));
            apply(change);
            if (written(m_file->workshop()) == states[at]) continue;
            states.resize(at + 1);
            states.push_back(written(m_file->workshop()));
            ++at;
        } else if (dice < 7 && at > 0) {
            QCOMPARE(failure(m_file->undo()), QString());
            --at;
        } else if (dice < 9 && at + 1 < states.size()) {
            QCOMPARE(failure(m_file->redo()), QString());
            ++at;
        } else {
            open();
        }
        QCOMPARE(written(m_file->workshop()), states[at]);
        QCOMPARE(m_file->canUndo(), at > 0);
        QCOMPARE(m_file->canRedo(), at + 1 < states.size());
    }
}

void TestJournal::undoIsRememberedAcrossClosing() {
    apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A")), QStringLiteral("First")));
    apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B")), QStringLiteral("Second")));
    QCOMPARE(failure(m_file->undo()), QString());
    open();
    QCOMPARE(m_file->undoText(), QStringLiteral("First"));
    QCOMPARE(m_file->redoText(), QStringLiteral("Second"));
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(names(), (QStringList{"A", "B"}));
}

void TestJournal::severalChangesAreOneStep() {
    QCOMPARE(failure(m_file->apply(
                 std::vector<Change>{putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))),
                                     putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))),
                                     putting(namedIcp(QStringLiteral("a"), QStringLiteral("A2")))})),
             QString());
    QCOMPARE(names(), (QStringList{"A2", "B"}));
    QCOMPARE(failure(m_file->undo()), QString());
    QVERIFY(names().isEmpty());
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(names(), (QStringList{"A2", "B"}));
}

void TestJournal::newChangeDropsRedo() {
    apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))));
    QCOMPARE(failure(m_file->undo()), QString());
    apply(putting(namedIcp(QStringLiteral("b"), QStringLiteral("B"))));
    QVERIFY(!m_file->canRedo());
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(names(), QStringList{"B"});
    QCOMPARE(failure(m_file->undo()), QString());
    QVERIFY(names().isEmpty());
    QVERIFY(!m_file->canUndo());
    QCOMPARE(m_file->journal().size(), std::size_t(2));
}

void TestJournal::positionsMoveAndComeBack() {
    for (const char* name : {"A", "B", "C"})
        apply(putting(namedIcp(QString::fromLatin1(name), QString::fromLatin1(name))));
    Change move = putting(namedIcp(QStringLiteral("C"), QStringLiteral("C")));
    move.position = 0;
    apply(move);
    QCOMPARE(names(), (QStringList{"C", "A", "B"}));
    apply(putting(namedIcp(QStringLiteral("A"), QStringLiteral("A2"))));
    QCOMPARE(names(), (QStringList{"C", "A2", "B"}));
    Change remove;
    remove.entity = QStringLiteral("icp");
    remove.id = QStringLiteral("A");
    apply(remove);
    QCOMPARE(names(), (QStringList{"C", "B"}));
    open();
    QCOMPARE(names(), (QStringList{"C", "B"}));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(names(), (QStringList{"C", "A2", "B"}));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(names(), (QStringList{"A", "B", "C"}));
}

void TestJournal::nothingChangedIsNothingWritten() {
    apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(failure(m_file->redo()), QString());
    apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))));
    Change removed;
    removed.entity = QStringLiteral("icp");
    removed.id = QStringLiteral("nobody");
    apply(removed);
    QCOMPARE(failure(m_file->apply(std::vector<Change>())), QString());
    QCOMPARE(m_file->journal().size(), std::size_t(1));
}

void TestJournal::goingOnIsOneStep() {
    company(QStringLiteral("A"), Step::New);
    const QString word = QStringLiteral("Ardent");
    for (int letters = 2; letters <= word.size(); ++letters) {
        company(word.left(letters), Step::Newest);
        // Each of them is in the file: whoever opens it now, after a kill, say, reads it.
        QCOMPARE(expectValue(WorkshopFile::open(m_path))->workshop().settings.company, word.left(letters));
    }
    QCOMPARE(m_file->journal().size(), std::size_t(1));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("Quillbridge"));
    QVERIFY(!m_file->canUndo());
    QCOMPARE(failure(m_file->redo()), QString());
    QCOMPARE(named(), word);
    open();
    QCOMPARE(named(), word);
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("Quillbridge"));
}

void TestJournal::goingOnNeedsTheNewestStep() {
    company(QStringLiteral("A"), Step::Newest);  // nothing to go on with
    company(QStringLiteral("B"), Step::New);
    QCOMPARE(m_file->journal().size(), std::size_t(2));
    // Back where the step began: nothing is left to undo but the one before, and that is not gone on with.
    company(QStringLiteral("A"), Step::Newest);
    company(QStringLiteral("C"), Step::Newest);
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("A"));
    // After an undo, and after opening, a new step begins.
    company(QStringLiteral("D"), Step::Newest);
    QVERIFY(!m_file->canRedo());
    open();
    company(QStringLiteral("E"), Step::Newest);
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("D"));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("A"));
    QCOMPARE(failure(m_file->undo()), QString());
    QCOMPARE(named(), QStringLiteral("Quillbridge"));
}

void TestJournal::nonsenseIsRefused() {
    Change unknown = putting(namedIcp(QStringLiteral("a"), QStringLiteral("A")));
    unknown.entity = QStringLiteral("spaceship");
    QVERIFY(!m_file->apply(unknown));
    QVERIFY(!m_file->apply(putting(namedIcp(QString(), QStringLiteral("A")))));
    Change settings;
    settings.entity = QStringLiteral("settings");
    QVERIFY(!m_file->apply(settings));
    // All or nothing: the good one is not kept either.
    QVERIFY(!m_file->apply(
        std::vector<Change>{putting(namedIcp(QStringLiteral("a"), QStringLiteral("A"))), unknown}));
    QVERIFY(names().isEmpty());
    open();
    QVERIFY(names().isEmpty());
}

void TestJournal::journalKeepsEverything() {
    Change change = putting(namedIcp(QStringLiteral("a"), QStringLiteral("A")), QStringLiteral("Add ICP"));
    change.author = QStringLiteral("Product");
    apply(change);
    apply(putting(namedIcp(QStringLiteral("a"), QStringLiteral("A2")), QStringLiteral("Rename")));
    QCOMPARE(failure(m_file->undo()), QString());
    const std::vector<Change> journal = m_file->journal();
    QCOMPARE(journal.size(), std::size_t(2));
    QCOMPARE(journal[0].author, QStringLiteral("Product"));
    QCOMPARE(journal[0].text, QStringLiteral("Add ICP"));
    QVERIFY(journal[0].before.isEmpty());
    QVERIFY(journal[0].inEffect);
    QVERIFY(journal[0].number < journal[1].number);
    QCOMPARE(journal[1].before, journal[0].after);
    QCOMPARE(icpFromJson(journal[1].after).name, QStringLiteral("A2"));
    QVERIFY(!journal[1].inEffect);
    QVERIFY(journal[1].time.isValid());
    QVERIFY(std::abs(journal[1].time.secsTo(QDateTime::currentDateTimeUtc())) < 3600);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
