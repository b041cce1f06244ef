namespace Medulla.Study.Definition.Reading;

/// <summary>The codes of a definition, for files that refer to it.</summary>
static class DefinitionCodes
{
    public static void Declare(DeclaredCodes codes, StudyDefinition definition)
    {
        DeclareForms(codes, definition);
        DeclareSchedule(codes, definition);
        DeclareLaboratory(codes, definition);
        DeclareEndpoints(codes, definition);
    }

    static void DeclareForms(DeclaredCodes codes, StudyDefinition definition)
    {
        codes.Open(CodeList.Forms);
        foreach (var form in definition.Forms)
        {
            codes.Declare(CodeList.Forms, form.Code);
            codes.Open(CodeList.ItemsOf(form.Code));
            codes.Open(CodeList.VisitsWith(form.Code));
            foreach (var item in form.Items)
            {
                codes.Declare(CodeList.ItemsOf(form.Code), item.Code);
                foreach (var code in item.Codes)
                    codes.Declare(CodeList.CodesOf(form.Code, item.Code), code.Value);
            }
        }
    }

    static void DeclareSchedule(DeclaredCodes codes, StudyDefinition definition)
    {
        codes.Open(CodeList.Visits);
        foreach (var visit in definition.Visits)
        {
            codes.Declare(CodeList.Visits, visit.Code);
            foreach (var form in visit.Forms)
                codes.Declare(CodeList.VisitsWith(form), visit.Code);
        }
    }

    static void DeclareLaboratory(DeclaredCodes codes, StudyDefinition definition)
    {
        codes.Open(CodeList.Assays);
        foreach (var assay in definition.Assays)
        {
            codes.Declare(CodeList.Assays, assay.Code);
            foreach (var kind in assay.SpecimenKinds)
                codes.Declare(CodeList.SpecimenKindsOf(assay.Code), kind);
        }
    }

    static void DeclareEndpoints(DeclaredCodes codes, StudyDefinition definition)
    {
        codes.Open(CodeList.BinaryEndpoints);
        codes.Open(CodeList.TimeToEventEndpoints);
        codes.Open(CodeList.ImportedEndpoints);
        foreach (var endpoint in definition.Endpoints)
        {
            var list = endpoint is Endpoint.Binary ? CodeList.BinaryEndpoints : CodeList.TimeToEventEndpoints;
            codes.Declare(list, endpoint.Code);
            if (endpoint is Endpoint.ImportedTimeToEvent)
                codes.Declare(CodeList.ImportedEndpoints, endpoint.Code);
        }
    }
}
