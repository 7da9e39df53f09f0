package com.servistech.erp.repairs;

import com.servistech.erp.error.Problems;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * What the check of a repaired device found.
 *
 * @param passed only when no test failed
 * @param tests may be empty
 * @param notes null for none
 */
public record NewQaResult(boolean passed, List<QaTest> tests, String notes) {

    private static final int MOST_TESTS = 60;

    public NewQaResult {
        tests = tests == null ? List.of() : List.copyOf(tests);
    }

    NewQaResult checked() {
        Problems problems = new Problems();
        if (tests.size() > MOST_TESTS) {
            problems.add("/tests", "list.too-long", "At most " + MOST_TESTS + " tests");
        }
        for (int i = 0; i < tests.size(); i++) {
            problems.required("/tests/" + i + "/name", tests.get(i).name(), 120);
            problems.optional("/tests/" + i + "/notes", tests.get(i).notes(), 400);
        }
        if (passed && tests.stream().anyMatch(test -> !test.passed())) {
            problems.add("/passed", "qa.failed-test", "A device with a failed test has not passed");
        }
        String goodNotes = problems.optional("/notes", notes, 2000);
        problems.refuseIfAny();
        return new NewQaResult(passed, tests, goodNotes);
    }

    String testsJson() {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (QaTest test : tests) {
            JsonObjectBuilder one =
                    Json.createObjectBuilder().add("name", test.name().strip()).add("passed", test.passed());
            if (test.notes() != null) {
                one.add("notes", test.notes());
            }
            json.add(one);
        }
        return json.build().toString();
    }
}
