@echo off
rem Starts Medulla; builds it first when it has not been built yet.
setlocal
set "here=%~dp0"
set "program=%here%artifacts\medulla\medulla.dll"

where dotnet >nul 2>nul
if errorlevel 1 (
    echo Found no 'dotnet'. Expected the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
    exit /b 1
)

if not exist "%here%artifacts\medulla\built" (
    echo Building Medulla ^(about a minute, the first time^) ... 1>&2
    dotnet publish "%here%src\Medulla.Cli" -c Release -o "%here%artifacts\medulla" --nologo -v quiet -p:RunAnalyzers=false >"%here%build.log" 2>&1
    if errorlevel 1 (
        echo The build failed. See build.log. 1>&2
        exit /b 1
    )
    del "%here%build.log"
    echo built> "%here%artifacts\medulla\built"
)

dotnet "%program%" %*
exit /b %errorlevel%
