package dev.lockkeeper.domain.catalog;

import static dev.lockkeeper.domain.catalog.StandardModules.recordModule;

import java.util.List;

/**
 * The standard modules of customer support; {@link StandardModules} says how the lines read and why they are only
 * appended.
 */
final class SupportModules {

    private static final String CASES = """
        6 | Cases | Cases | Case | Cases | SUPPORTED
        Owner             | Case Owner        | ownerlookup | rw
        Case_Number       | Case Number       | autonumber  | ro
        Subject           | Subject           | text        | rw
        Type              | Type              | picklist    | rw | Problem,Feature Request,Question
        Status            | Status            | picklist    | rw | New,On Hold,Escalated,Closed
        Priority          | Priority          | picklist    | rw | High,Medium,Low
        Case_Origin       | Case Origin       | picklist    | rw | Email,Phone,Web,Twitter,Facebook
        Case_Reason       | Case Reason       | picklist    | rw \
          | User did not attend any training,Complex functionality,Existing problem,Instructions not clear,\
          New problem
        Product_Name      | Product Name      | lookup      | rw
        Account_Name      | Account Name      | lookup      | rw
        Deal_Name         | Deal Name         | lookup      | rw
        Related_To        | Related To        | lookup      | rw
        Reported_By       | Reported By       | text        | rw
        Email             | Email             | email       | rw
        Phone             | Phone             | phone       | rw
        Description       | Description       | textarea    | rw
        Internal_Comments | Internal Comments | textarea    | rw
        Solution          | Solution          | textarea    | rw
        Add_Comment       | Add Comment       | textarea    | rw
        No_of_comments    | No. of comments   | integer     | ro
        """;

    private static final String SOLUTIONS = """
        7 | Solutions | Solutions | Solution | Solutions | SUPPORTED
        Owner           | Solution Owner  | ownerlookup | rw
        Solution_Number | Solution Number | autonumber  | ro
        Solution_Title  | Solution Title  | text        | rw
        Product_Name    | Product Name    | lookup      | rw
        Status          | Status          | picklist    | rw | Draft,Reviewed,Duplicate
        Published       | Published       | boolean     | rw
        Question        | Question        | textarea    | rw
        Answer          | Answer          | textarea    | rw
        Add_Comment     | Add Comment     | textarea    | rw
        No_of_comments  | No. of comments | integer     | ro
        """;

    private SupportModules() {}

    static List<CrmModule> all() {
        return List.of(recordModule(CASES), recordModule(SOLUTIONS));
    }
}
