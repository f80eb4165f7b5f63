package dev.lockkeeper.domain.catalog;

import static dev.lockkeeper.domain.catalog.StandardModules.recordModule;

import java.util.List;

/**
 * The standard modules of what people do and note about records; {@link StandardModules} says how the lines read and
 * why they are only appended.
 */
final class ActivityModules {

    // "Closed" stands in no Zoho form, but it is the one status that a locking rule of Tasks may ask for (contract,
    // section "Criteria").
    private static final String TASKS = """
        5 | Tasks | Tasks | Task | Tasks | SUPPORTED
        Owner                   | Task Owner              | ownerlookup | rw
        Subject                 | Subject                 | text        | rw
        Due_Date                | Due Date                | date        | rw
        Who_Id                  | Contact Name            | lookup      | rw
        What_Id                 | Related To              | lookup      | rw
        Status                  | Status                  | picklist    | rw \
          | Not Started,Deferred,In Progress,Completed,Waiting for input,Closed
        Priority                | Priority                | picklist    | rw | High,Highest,Low,Lowest,Normal
        Send_Notification_Email | Send Notification Email | boolean     | rw
        Closed_Time             | Closed Time             | datetime    | ro
        Description             | Description             | textarea    | rw
        """;

    private static final String CALLS = """
        15 | Calls | Calls | Call | Calls | NOT_SUPPORTED
        Owner                    | Call Owner                 | ownerlookup | rw
        Subject                  | Subject                    | text        | rw
        Who_Id                   | Contact Name               | lookup      | rw
        What_Id                  | Related To                 | lookup      | rw
        Call_Type                | Call Type                  | picklist    | rw | Inbound,Outbound,Missed
        Outgoing_Call_Status     | Outgoing Call Status       | picklist    | rw | Scheduled,Completed,Cancelled
        Call_Start_Time          | Call Start Time            | datetime    | rw
        Call_Duration            | Call Duration              | text        | rw
        Call_Duration_in_seconds | Call Duration (in seconds) | integer     | rw
        Call_Purpose             | Call Purpose               | picklist    | rw \
          | Prospecting,Administrative,Negotiation,Demo,Project,Desk
        Call_Agenda              | Call Agenda                | text        | rw
        Call_Result              | Call Result                | picklist    | rw \
          | Interested,Not interested,No response/Busy,Requested more info,Requested call back,Invalid number
        Description              | Description                | textarea    | rw
        """;

    private static final String EVENTS = """
        16 | Events | Events | Meeting | Meetings | NOT_SUPPORTED
        Owner            | Host             | ownerlookup | rw
        Event_Title      | Title            | text        | rw
        Venue            | Location         | text        | rw
        All_day          | All day          | boolean     | rw
        Start_DateTime   | From             | datetime    | rw
        End_DateTime     | To               | datetime    | rw
        Who_Id           | Contact Name     | lookup      | rw
        What_Id          | Related To       | lookup      | rw
        Check_In_Time    | Check-In Time    | datetime    | ro
        Check_In_By      | Check-In By      | ownerlookup | ro
        Check_In_Address | Check-In Address | textarea    | ro
        Check_In_Status  | Check-In Status  | text        | ro
        Description      | Description      | textarea    | rw
        """;

    private static final String NOTES = """
        18 | Notes | Notes | Note | Notes | NOT_SUPPORTED
        Owner        | Note Owner   | ownerlookup | rw
        Note_Title   | Note Title   | text        | rw
        Note_Content | Note Content | textarea    | rw
        Parent_Id    | Parent ID    | lookup      | rw
        """;

    private ActivityModules() {}

    static List<CrmModule> all() {
        return List.of(recordModule(TASKS), recordModule(CALLS), recordModule(EVENTS), recordModule(NOTES));
    }
}
