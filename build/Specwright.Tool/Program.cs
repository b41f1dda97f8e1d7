using Specwright.Tool.Commands;

return await SpecwrightCommand.RunAsync(args, Console.Out, Console.Error);
