#include "core/rows/sheetdate.h"
#include "core/table/column.h"
#include "core/typing/datetext.h"
#include "core/typing/durationtext.h"
#include "core/typing/periodtext.h"

#include <QTest>

using namespace icp;

/// Days, periods and lengths of time as people and programs write them, and what is none.
class TestDateText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dates_data();
    void dates();
    void notDates_data();
    void notDates();
    void monthNames_data();
    void monthNames();
    void noDates();
    void periods_data();
    void periods();
    void notPeriods();
    void durations_data();
    void durations();
    void notDurations();
    void sheetDates();
    void sheetFormats();
};

void TestDateText::dates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("dayFirst");
    QTest::addColumn<QByteArray>("iso");
    const auto add = [](const char* text, const char* iso, bool dayFirst = true) {
        QTest::addRow("%s", text) << QByteArray(text) << dayFirst << QByteArray(iso);
    };
    add("2024-05-20", "2024-05-20");
    add("2024/5/2", "2024-05-02");
    add("2024-05-20 07:42", "2024-05-20 07:42");
    add("2024-05-20T07:42:00Z", "2024-05-20 07:42");
    add("2017-08-04T09:09:00.000+0000", "2017-08-04 09:09");
    add("2017-08-04T09:09:00+02:00", "2017-08-04 09:09");
    add("20.5.2024", "2024-05-20");
    add("20.05.24", "2024-05-20");
    add("20.05.85", "1985-05-20");
    add("03/04/2024", "2024-04-03");
    add("03/04/2024 ", "2024-03-04", false);
    add("5/20/2024 7:42", "2024-05-20 07:42", false);
    add("5/20/2024 7:42 PM", "2024-05-20 19:42", false);
    add("5/20/2024 12:05 AM", "2024-05-20 00:05", false);
    add("03-07-2021 01:09", "2021-07-03 01:09");
    add("16 Apr, 2021 00:02:00", "2021-04-16 00:02");
    add("Apr 16, 2021", "2021-04-16");
    add("April 16th, 2021", "2021-04-16");
    add("16-Apr-21", "2021-04-16");
    add("16. März 2021", "2021-03-16");
    add("16 août 2021", "2021-08-16");
    add("16 de abril de 2021", "2021-04-16");
    add("Fri, 16 Apr 2021 10:00:00 GMT", "2021-04-16 10:00");
    add("2024年5月20日", "2024-05-20");
    add("29.02.2024", "2024-02-29");
    add("29.02.2000", "2000-02-29");
    add("1968-01-01", "1968-01-01");
    add("20.05.68", "2068-05-20");
    add("20.05.69", "1969-05-20");
    add("2024.05.20", "2024-05-20");
    add("20 May 2024", "2024-05-20");
    add("May 20 2024", "2024-05-20");
    add("2024 May 20", "2024-05-20");
    add("20/May/2024", "2024-05-20");
    add("20MAY2024", "2024-05-20");
    add("16 Apr '21", "2021-04-16");
    add("20. 5. 2024", "2024-05-20");
    add("1er mars 2024", "2024-03-01");
    add("2024-05-20 23:30:00 -0800", "2024-05-20 23:30");
    add("2024-05-20T07:42:00.123+05:30", "2024-05-20 07:42");
    add("2024-05-20 07:42 CEST", "2024-05-20 07:42");
    add("May 20, 2024 at 7:42 PM", "2024-05-20 19:42");
    add("20.05.2024 um 07:42 Uhr", "2024-05-20 07:42");
    add("20/05/2024 19h42", "2024-05-20 19:42");
    add("Monday, May 20, 2024", "2024-05-20");
    add("Mo. 20.05.2024", "2024-05-20");
    add("mar. 16 avril 2024", "2024-04-16");
    add("segunda-feira, 20 de maio de 2024", "2024-05-20");
    add("пн, 20 мая 2024 г.", "2024-05-20");
    add("2024年05月20日 07:42", "2024-05-20 07:42");
    add("2024年5月20日(月)", "2024-05-20");
    add("令和6年5月20日", "2024-05-20");
    add("平成31年4月30日", "2019-04-30");
    add("２０２４年５月２０日", "2024-05-20");
    add("٢٠٢٤-٠٥-٢٠", "2024-05-20");
}

void TestDateText::dates() {
    QFETCH(QByteArray, text);
    QFETCH(bool, dayFirst);
    QFETCH(QByteArray, iso);
    const DateText read = readDate(text.toStdString(), dayFirst);
    QCOMPARE(read.problem, DateProblem::None);
    QCOMPARE(QByteArray::fromStdString(isoDate(read.days)), iso);
}

void TestDateText::notDates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DateProblem>("problem");
    for (const char* text : {"",
                             "2024",
                             "12",
                             "1.2.3",
                             "192.168.0.1",
                             "Q1 2024",
                             "10 - 20 days",
                             "soon",
                             "2024-05",
                             "12:30",
                             "20.5.2024 x",
                             "5/20/2024 25:00",
                             "May",
                             "12/5-2024",
                             "805-247-8982",
                             "20 05 2024",
                             "Company 5 2024",
                             "v1.2.2024x",
                             "Mondial 5, 2024",
                             "cer 5 2024",
                             "+49 30 1234",
                             "20.5.2024 7"})
        QTest::addRow("“%s”", text) << QByteArray(text) << DateProblem::NotADate;
    for (const char* text :
         {"31.02.2024", "29.02.2023", "2024-13-01", "2024-04-31", "99/99/9999", "31 Apr 2024", "00.01.2024"})
        QTest::addRow("%s", text) << QByteArray(text) << DateProblem::Impossible;
    QTest::newRow("month first") << QByteArray("5/20/2024") << DateProblem::OtherOrder;
}

void TestDateText::notDates() {
    QFETCH(QByteArray, text);
    QFETCH(DateProblem, problem);
    QCOMPARE(readDate(text.toStdString(), true).problem, problem);
}

void TestDateText::monthNames_data() {
    QTest::addColumn<QStringList>("names");
    const auto add = [](const char* language, const char* names) {
        QTest::newRow(language) << QString::fromUtf8(names).split(u' ');
    };
    add("en", "January February March April May June July August September October November December");
    add("en, short", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");
    add("de", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember");
    add("de, short", "Jan. Feb. Mrz. Apr. Mai Jun. Jul. Aug. Sept. Okt. Nov. Dez.");
    add("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    add("fr, short", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.");
    add("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    add("es, short", "ene feb mar abr may jun jul ago sep oct nov dic");
    add("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
    add("it",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre");
    add("nl", "januari februari maart april mei juni juli augustus september oktober november december");
    add("pl",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia");
    add("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
    add("ru, short", "ЯНВ ФЕВ МАР АПР МАЙ ИЮН ИЮЛ АВГ СЕН ОКТ НОЯ ДЕК");
    add("sv", "januari februari mars april maj juni juli augusti september oktober november december");
    add("da", "januar februar marts april maj juni juli august september oktober november december");
    add("nb", "januar februar mars april mai juni juli august september oktober november desember");
    add("fi",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
        "lokakuuta marraskuuta joulukuuta");
    add("cs", "ledna února března dubna května června července srpna září října listopadu prosince");
    add("tr", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık");
}

void TestDateText::monthNames() {
    QFETCH(QStringList, names);
    QCOMPARE(names.size(), 12);
    for (int month = 1; month <= 12; ++month) {
        const std::string iso = QStringLiteral("2024-%1-07").arg(month, 2, 10, QChar(u'0')).toStdString();
        for (const char* form : {"7 %1 2024", "7. %1 2024", "%1 7, 2024"}) {
            const std::string text = QString::fromLatin1(form).arg(names[month - 1]).toStdString();
            const DateText read = readDate(text, true);
            QVERIFY2(read.problem == DateProblem::None, text.c_str());
            QCOMPARE(isoDate(read.days), iso);
        }
    }
}

void TestDateText::noDates() {
    for (const char* text :
         {"0000-00-00", "0000-00-00 00:00:00", "0001-01-01T00:00:00", "9999-12-31", "1/1/0001 12:00:00 AM"})
        QVERIFY2(isNoDate(text), text);
    for (const char* text : {"1900-01-01", "1970-01-01", "2024-05-20", "0000-00-000", ""})
        QVERIFY2(!isNoDate(text), text);
}

void TestDateText::periods_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("period");
    QTest::addColumn<QByteArray>("first");
    const auto add = [](const char* text, Period period, const char* first) {
        QTest::newRow(text) << QByteArray(text) << int(period) << QByteArray(first);
    };
    // By the calendar on the wall: 2024 began on a Monday, 2021 on a Friday, so its week 1 on 4 January.
    add("2024-W05", Period::Week, "2024-01-29");
    add("2024W01", Period::Week, "2024-01-01");
    add("W05 2024", Period::Week, "2024-01-29");
    add("W53 2020", Period::Week, "2020-12-28");
    add("2021-W01", Period::Week, "2021-01-04");
    add("KW 5/2024", Period::Week, "2024-01-29");
    add("Q1 2024", Period::Quarter, "2024-01-01");
    add("Q4-2024", Period::Quarter, "2024-10-01");
    add("2024Q2", Period::Quarter, "2024-04-01");
    add("2024-Q3", Period::Quarter, "2024-07-01");
    add("1Q24", Period::Quarter, "2024-01-01");
    add("3Q2024", Period::Quarter, "2024-07-01");
    add("Q2'24", Period::Quarter, "2024-04-01");
    add("T3 2024", Period::Quarter, "2024-07-01");
    add("2024-03", Period::Month, "2024-03-01");
    add("2024/03", Period::Month, "2024-03-01");
    add("03/2024", Period::Month, "2024-03-01");
    add("3-2024", Period::Month, "2024-03-01");
    add("Mar 2024", Period::Month, "2024-03-01");
    add("March, 2024", Period::Month, "2024-03-01");
    add("März 2024", Period::Month, "2024-03-01");
    add("2024 mars", Period::Month, "2024-03-01");
    add("março de 2024", Period::Month, "2024-03-01");
    add("Mar '24", Period::Month, "2024-03-01");
    add("2024年3月", Period::Month, "2024-03-01");
    add("Mar-24", Period::Month, "2024-03-01");
}

void TestDateText::periods() {
    QFETCH(QByteArray, text);
    QFETCH(int, period);
    QFETCH(QByteArray, first);
    const auto read = readPeriod(text.toStdString());
    QVERIFY(read);
    QCOMPARE(int(read->period), period);
    QCOMPARE(QByteArray::fromStdString(isoDate(read->firstDay)), first);
    QCOMPARE(read->monthOrDay, text == "Mar-24");
}

void TestDateText::notPeriods() {
    for (const char* text :
         {"FY24",     "FY2024",     "Q1 FY24",   "2024",         "Q5 2024", "2024-13",  "W53 2024",
          "W00 2024", "Q1",         "W05",       "2019-20",      "11-50",   "2024.03",  "03.2024",
          "1-10",     "Model 2024", "2024-2025", "Q1 2024 plan", "T-1000",  "0313/2024"})
        QVERIFY2(!readPeriod(text), text);
}

void TestDateText::durations_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("months");
    const auto add = [](const char* text, double seconds, double months = 0) {
        QTest::newRow(text) << QByteArray(text) << seconds << months;
    };
    add("3d 4h", 3 * 86400 + 4 * 3600);
    add("45 min", 2700);
    add("1 hour, 30 minutes", 5400);
    add("1h30m", 5400);
    add("2 weeks and 1 day", 15 * 86400);
    add("1.5 h", 5400);
    add("1,5 Std.", 5400);
    add("2 Tage 3 Stunden", 2 * 86400 + 3 * 3600);
    add("3 jours", 3 * 86400);
    add("2 días", 2 * 86400);
    add("3 horas e 20 minutos", 3 * 3600 + 1200);
    add("3時間20分", 3 * 3600 + 1200);
    add("02:15:00", 8100);
    add("100:00:30", 360030);
    add("3 days, 04:00:00", 3 * 86400 + 4 * 3600);
    add("P3DT4H", 3 * 86400 + 4 * 3600);
    add("PT45M", 2700);
    add("P1Y2M", 0, 14);
    add("P2W", 14 * 86400);
    add("2 years", 0, 24);
    add("1 Jahr 6 Monate", 0, 18);
    add("18 meses", 0, 18);
    add("-2 h", -7200);
}

void TestDateText::durations() {
    QFETCH(QByteArray, text);
    QFETCH(double, seconds);
    QFETCH(double, months);
    const auto read = readDuration(text.toStdString());
    QVERIFY(read);
    QCOMPARE(read->seconds, seconds);
    QCOMPARE(read->months, months);
    const bool isLong = months != 0;
    QCOMPARE(inUnit(*read, TimeUnit::Hours), isLong ? std::nullopt : std::optional(seconds / 3600));
    QCOMPARE(inUnit(*read, TimeUnit::Years), isLong ? std::optional(months / 12) : std::nullopt);
}

void TestDateText::notDurations() {
    for (const char* text :
         {"45", "12:30", "4h 3d", "2 h 3 h", "1 year 3 days", "5 people", "h", "P", "PT", "P3H", "02:75:00",
          "2024-05-20", "3 days ago", "10-20 days", "5-10 years", "3d, soon"})
        QVERIFY2(!readDuration(text), text);
}

void TestDateText::sheetDates() {
    QCOMPARE(sheetDate(1, false), std::string("1900-01-01"));
    QCOMPARE(sheetDate(59, false), std::string("1900-02-28"));
    QCOMPARE(sheetDate(61, false), std::string("1900-03-01"));
    QCOMPARE(sheetDate(45432, false), std::string("2024-05-20"));
    QCOMPARE(sheetDate(45432.25, false), std::string("2024-05-20 06:00:00"));
    QCOMPARE(sheetDate(0.5, false), std::string("12:00:00"));
    QCOMPARE(sheetDate(0, true), std::string("1904-01-01"));
    QCOMPARE(sheetDate(45432 - 1462, true), std::string("2024-05-20"));
    QCOMPARE(sheetDate(2958465, false), std::string("9999-12-31"));
    QCOMPARE(sheetDate(2958466, false), std::string());
    QCOMPARE(sheetDate(-1, false), std::string());
}

void TestDateText::sheetFormats() {
    for (const char* code :
         {"yyyy-mm-dd", "d/m/yy", "[$-409]mmm d, yyyy;@", "hh:mm", "\"on\" dd.mm.", "[Red]yyyy"})
        QVERIFY2(isDateFormat(std::string_view(code)), code);
    for (const char* code :
         {"General", "0.00", "#,##0 \"days\"", "[h]:mm", "[Red]0", "0.00E+00", "\\d0", "0;yyyy", "_d0"})
        QVERIFY2(!isDateFormat(std::string_view(code)), code);
    QVERIFY(isDateFormat(14) && isDateFormat(22) && isDateFormat(30));
    QVERIFY(!isDateFormat(0) && !isDateFormat(10) && !isDateFormat(46) && !isDateFormat(49));
}

QTEST_APPLESS_MAIN(TestDateText)
#include "tst_datetext.moc"
