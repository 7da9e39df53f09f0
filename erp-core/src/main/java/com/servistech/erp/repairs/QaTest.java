package com.servistech.erp.repairs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/**
 * One thing that was tried on a repaired device.
 *
 * @param notes null for none
 */
public record QaTest(String name, boolean passed, String notes) {

    static List<QaTest> listOf(String json) {
        return Json.createReader(new StringReader(json)).readArray().getValuesAs(JsonObject.class).stream()
                .map(test ->
                        new QaTest(test.getString("name"), test.getBoolean("passed"), test.getString("notes", null)))
                .toList();
    }
}
